/** How a label was looked at: by asking us, or by the keys and lists that were on the device. */
export const CHECK_MODES = ['online', 'offline'] as const
export type CheckMode = (typeof CHECK_MODES)[number]

/** What the inspector's device said, in the words of a verdict. */
export const SHOWN_AUTHENTICITIES = ['genuine', 'forged', 'unknown', 'malformed'] as const
export const SHOWN_STANDINGS = ['clear', 'notice', 'stop'] as const

/** Checks written down together, at most. */
export const MOST_CHECKS = 200
/** A scanned text is kept as it was read, however wrong. */
export const LONGEST_SCAN = 2_000
export const MOST_CHECK_PHOTOS = 4
