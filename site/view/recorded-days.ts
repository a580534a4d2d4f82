import { vietnamDateOfInstant } from '../../worker/copy/format.ts'

/** What is recorded within this many days of its date is ordinary; beyond them it is said. */
export const ORDINARY_DAYS = 3
const DAY_MS = 86_400_000

/**
 * Whole Vietnamese days from the date something bears (ISO) to its record (ISO 8601 instant);
 * negative when recorded beforehand, null when either cannot be read.
 */
export function recordedDaysAfter(on: string, recordedAt: string): number | null {
  const recordedOn = vietnamDateOfInstant(recordedAt)
  if (recordedOn === null) return null
  const days = Math.round((Date.parse(recordedOn) - Date.parse(on)) / DAY_MS)
  return Number.isFinite(days) ? days : null
}
