import { threadMs } from '../../support/thread-ms.ts'

/** A file that somebody could send: `bytes` makes it in any length up to the `most` that is taken. */
export type HostileFile = {
  readonly name: string
  readonly most: number
  readonly bytes: (length: number) => Uint8Array
  /** What came of it: `ok`, or the code of the problem. */
  readonly read: (bytes: Uint8Array) => string
}

export type Measured = {
  readonly name: string
  readonly outcome: string
  /** Milliseconds for each length, the last of the whole file. */
  readonly took: readonly number[]
  /** True where four times the length took much more than four times as long, time and again. */
  readonly runsAway: boolean
}

const STEP = 4
const STEPS = 5
/** Below this a clock tells nothing. */
const FLOOR_MS = 30
/** Square growth would give 16. */
const TOLERATED = 3 * STEP
const TRIES = 3

/** Reads a file in growing lengths, and stops with the first that took too long for its length. */
export function measureFile({ name, most, bytes, read }: HostileFile): Measured {
  const took: number[] = []
  let outcome = ''
  for (let step = STEPS - 1; step >= 0; step -= 1) {
    const given = bytes(Math.floor(most / STEP ** step))
    // Nothing to compare the first with, which also pays for the code being new.
    const before = took.at(-1)
    const limit = before === undefined ? Infinity : TOLERATED * Math.max(FLOOR_MS, before)
    let best = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < TRIES; tries += 1) {
      const started = threadMs()
      outcome = read(given)
      best = Math.min(best, threadMs() - started)
      if (best <= limit) break
    }
    took.push(Math.round(best))
    if (best > limit) return { name, outcome, took, runsAway: true }
  }
  return { name, outcome, took, runsAway: false }
}
