import { type CalendarDate, dayNumberOf } from '../../lib/time/calendar-date.ts'

/** Monday is 1, Sunday 7; 1970-01-01 was a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}
