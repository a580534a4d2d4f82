import { addDays, type CalendarDate, dayNumberOf } from '../../lib/time/calendar-date.ts'
import { holidaysOf } from './public-holidays.ts'

/** Monday is 1; 1970-01-01 was a Thursday. */
function weekdayOf(date: CalendarDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}

/** Days are looked up one by one; a term of forty years is none. */
const LONGEST_TERM = 10_000

function requireTerm(days: number): void {
  if (days > LONGEST_TERM) throw new RangeError('no term is that long')
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
  requireTerm(days)
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** The day so many working days before `date`; the day itself for none. */
export function workingDaysBefore(date: CalendarDate, days: number): CalendarDate {
  requireTerm(days)
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count++
  }
  return count
}
