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

type Shown = {
  readonly authenticity: (typeof SHOWN_AUTHENTICITIES)[number]
  readonly standing: (typeof SHOWN_STANDINGS)[number] | null
}

/** What a check counts as. A text that could not be read says no more than an unknown label. */
export const CHECK_RESULTS = ['genuine', 'stop', 'unknown', 'forged'] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]

export function resultOf({ authenticity, standing }: Shown): CheckResult {
  if (authenticity === 'forged') return 'forged'
  if (authenticity !== 'genuine') return 'unknown'
  // One that does not say whether the goods may be sold is no clear one.
  if (standing === null) return 'unknown'
  return standing === 'stop' ? 'stop' : 'genuine'
}

export type CheckTally = Readonly<Record<CheckResult, number>>

export function tallyOf(checks: readonly Shown[]): CheckTally {
  const tally: Record<CheckResult, number> = { genuine: 0, stop: 0, unknown: 0, forged: 0 }
  for (const check of checks) tally[resultOf(check)] += 1
  return tally
}
