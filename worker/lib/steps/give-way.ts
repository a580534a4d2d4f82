/**
 * Called inside loops that may take longer than a few milliseconds, and awaited: gives others on the
 * same thread their turn when it is time, and undefined when it is not. One person's file must never
 * delay another's scan.
 */
export type GiveWay = () => Promise<void> | undefined

/** Where nobody waits meanwhile: commands, tests, inputs of a few lines. */
export const neverGiveWay: GiveWay = () => undefined
