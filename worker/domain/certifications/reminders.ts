import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'

/** Both sides are reminded so many days before the last day. */
const REMINDER_DAYS = [90, 30, 7] as const

/** The first day after `after` on which there is something to remind of; null where there is none left. */
export function nextReminderOn(expiresOn: CalendarDate, after: string): CalendarDate | null {
  const days = REMINDER_DAYS.map((left) => addDays(expiresOn, -left))
  return days.find((day) => day > after) ?? null
}
