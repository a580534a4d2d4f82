const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Wrong tries at the PIN of one label, and when the last was (epoch milliseconds). */
export type PinTries = { readonly count: number; readonly lastAt: number }

/** Whether another try is heard now; `left`: how many follow it at once if it is wrong. */
export type PinTurn =
  | { readonly kind: 'open'; readonly count: number; readonly left: number }
  | { readonly kind: 'locked'; readonly waitMs: number }

/** Tries that are heard at once: scratched digits are misread. */
export const FREE_TRIES = 5

/** How long after each try beyond those the next is heard. It grows no further: owners come back too. */
const DELAYS_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS] as const

/** Tries are forgotten so long after the last. */
const FORGOTTEN_MS = DAY_MS

/**
 * Whether a PIN may be tried now. Somebody who guesses day and night is heard some 30 times a day,
 * one PIN in a million each; the true owner waits an hour at most once nobody else tries.
 */
export function pinTurn(tries: PinTries | null, now: number): PinTurn {
  const count = tries === null || now - tries.lastAt >= FORGOTTEN_MS ? 0 : tries.count
  const waitMs = tries === null ? 0 : tries.lastAt + delayAfter(count) - now
  if (waitMs > 0) return { kind: 'locked', waitMs }
  return { kind: 'open', count: count + 1, left: Math.max(0, FREE_TRIES - count - 1) }
}

/** Milliseconds until the next try is heard after so many wrong ones. */
export function delayAfter(count: number): number {
  if (count < FREE_TRIES) return 0
  return DELAYS_MS[Math.min(count - FREE_TRIES, DELAYS_MS.length - 1)] ?? 0
}
