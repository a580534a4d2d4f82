import { addDays, type CalendarDate, dayNumberOf } from '../../lib/time/calendar-date.ts'
import { holidaysOf } from './public-holidays.ts'

/** Monday is 1; 1970-01-01 was a Thursday. */
function weekdayOf(date: CalendarDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}

/** True on a day on which public bodies work. */
export function isWorkingDay(date: CalendarDate): boolean {
  const { off, worked } = holidaysOf(date.slice(0, 4))
  if (worked.includes(date)) return true
  return weekdayOf(date) <= 5 && !off.some(([from, to]) => from <= date && date <= to)
}

/**
 * The day a term of so many working days ends: counting begins the day after (Civil Code
 * 91/2015/QH13, articles 147 and 148), and a term of none ends on the day itself.
 */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** The day so many working days before `date`; the day itself for none. */
export function workingDaysBefore(date: CalendarDate, days: number): CalendarDate {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left--
  }
  return day
}
