import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { EntryValues } from './entry-body.ts'

/** How long goods must wait after a treatment. */
export type Waiting = {
  readonly days: number
  /** The first day on which they may be harvested, slaughtered or caught. */
  readonly allowedOn: string
}

/**
 * The waiting that an entry's own values ask for, at once and without a network: "cách ly đến ngày …".
 * Null where it names no interval, or one of no days.
 */
export function waitingOf(entry: {
  /** ISO calendar date. */
  readonly occurredOn: string
  readonly values: EntryValues
}): Waiting | null {
  const on = toCalendarDate(entry.occurredOn)
  const days = entry.values.intervalDays ?? entry.values.withdrawalDays
  if (on === null || typeof days !== 'number' || days <= 0) return null
  return { days, allowedOn: addDays(on, days) }
}
