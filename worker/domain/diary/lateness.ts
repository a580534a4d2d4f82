import { daysBetween, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'

/** What is recorded within this many days of the work is ordinary; beyond them it is said. */
const ORDINARY_DAYS = 3

export type Lateness = {
  /** Whole days from the work to when the server had it. */
  readonly days: number
  /** True where the device says that it was written in time and only sent late: a claim, told as one. */
  readonly isOnlySentLate: boolean
}

/**
 * How late an entry is by the server's clock, which nobody in the field can turn back; null within
 * ordinary days.
 */
export function latenessOf(entry: {
  readonly occurredOn: string
  /** Epoch milliseconds by the server. */
  readonly recordedAt: number
  /** Epoch milliseconds by the device, set right by what it knew of its clock; null where it says none. */
  readonly madeAt: number | null
}): Lateness | null {
  const on = toCalendarDate(entry.occurredOn)
  if (on === null) return null
  const days = daysBetween(on, vietnamDateOf(entry.recordedAt))
  if (days <= ORDINARY_DAYS) return null
  const { madeAt } = entry
  const made = madeAt === null || !isInstant(madeAt) ? null : daysBetween(on, vietnamDateOf(madeAt))
  return { days, isOnlySentLate: made !== null && made >= 0 && made <= ORDINARY_DAYS }
}

/** Devices may believe in any year. */
function isInstant(ms: number): boolean {
  return ms > -62_000_000_000_000 && ms < 253_000_000_000_000
}
