const SECOND_MS = 1_000
const FIRST_MS = 5 * SECOND_MS
const FACTOR = 3
const LONGEST_MS = 60 * 60 * SECOND_MS

/** Attempts without any progress after which a job is given up: some two hours of trying. */
export const MOST_ATTEMPTS = 8

/** How long to wait after so many attempts in a row have come to nothing: 5 s, 15 s, … an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * FACTOR ** Math.max(0, Math.min(attempts, 20) - 1))
}
