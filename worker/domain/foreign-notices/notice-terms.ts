import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'
import type { DaysOff } from '../calendar/public-holidays.ts'
import { addWorkingDays, isWorkingDay, workingDaysBefore } from '../calendar/working-days.ts'

/** Working days that a re-check and the answer abroad need after the holder's report. */
const DAYS_FOR_ANSWER = 5
/** Both sides are reminded so many working days before the last day, and on it. */
const REMINDER_DAYS = [10, 5, 2, 0] as const

/**
 * The day by which a holder reports what was put right: five working days before the answer is due
 * abroad, never before the working day after the notice came, never after the answer is due.
 */
export function holderDueOn(
  receivedOn: CalendarDate,
  dueOn: CalendarDate,
  daysOff: DaysOff,
): CalendarDate {
  const earliest = addWorkingDays(receivedOn, 1, daysOff)
  if (earliest >= dueOn) return dueOn
  const wanted = workingDaysBefore(dueOn, DAYS_FOR_ANSWER, daysOff)
  if (wanted < earliest) return earliest
  return wanted
}

/** The first day after `after` on which there is something to remind of; null where none is left. */
export function nextNoticeReminderOn(
  dueOn: CalendarDate,
  after: string,
  daysOff: DaysOff,
): CalendarDate | null {
  const days = REMINDER_DAYS.map((left) => workingDaysBefore(dueOn, left, daysOff))
  return days.find((day) => day > after) ?? dayAfterwards(dueOn, after, daysOff)
}

/** A notice that is overdue is reminded of once more, on the next working day. */
function dayAfterwards(dueOn: CalendarDate, after: string, daysOff: DaysOff): CalendarDate | null {
  let day = addDays(dueOn, 1)
  while (!isWorkingDay(day, daysOff)) day = addDays(day, 1)
  return day > after ? day : null
}
