import type { DaysOff } from '../../worker/domain/calendar/public-holidays.ts'
import { isWorkingDay } from '../../worker/domain/calendar/working-days.ts'
import { addDays, type CalendarDate } from '../../worker/lib/time/calendar-date.ts'

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, daysOff: DaysOff): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, daysOff)) count++
  }
  return count
}
