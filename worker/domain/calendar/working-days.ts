import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'
import { provisionalYear } from './provisional-year.ts'
import { type DaysOff, DECIDED_YEARS, type HolidayYear } from './public-holidays.ts'
import { weekdayOf } from './weekday-of.ts'

/** The days off of a year: as they were entered here, as they were shipped, else by the law alone. */
export function holidaysOf(year: string, daysOff: DaysOff): HolidayYear {
  return daysOff.get(year) ?? DECIDED_YEARS.get(year) ?? provisionalOnce(year)
}

/** Terms walk day by day; a year is worked out once. */
const provisional = new Map<string, HolidayYear>()

function provisionalOnce(year: string): HolidayYear {
  const known = provisional.get(year)
  if (known !== undefined) return known
  const made = provisionalYear(year)
  provisional.set(year, made)
  return made
}

/** Years between two days, both included, whose days off are not decided yet. */
export function undecidedYears(from: string, to: string, daysOff: DaysOff): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => String(first + at))
  return years.filter((year) => !holidaysOf(year, daysOff).announced)
}

/** Days are looked up one by one; a term of forty years is none. */
const LONGEST_TERM = 10_000

function requireTerm(days: number): void {
  if (days > LONGEST_TERM) throw new RangeError('no term is that long')
}

/** True on a day on which public bodies work. */
export function isWorkingDay(date: CalendarDate, daysOff: DaysOff): boolean {
  const { off, worked } = holidaysOf(date.slice(0, 4), daysOff)
  if (worked.includes(date)) return true
  return weekdayOf(date) <= FRIDAY && !off.some(([from, to]) => from <= date && date <= to)
}

const FRIDAY = 5

/**
 * The day a term of so many working days ends: counting begins the day after (Civil Code
 * 91/2015/QH13, articles 147 and 148), and a term of none ends on the day itself.
 */
export function addWorkingDays(date: CalendarDate, days: number, daysOff: DaysOff): CalendarDate {
  requireTerm(days)
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, daysOff)) left--
  }
  return day
}

/** The day so many working days before `date`; the day itself for none. */
export function workingDaysBefore(
  date: CalendarDate,
  days: number,
  daysOff: DaysOff,
): CalendarDate {
  requireTerm(days)
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day, daysOff)) left--
  }
  return day
}
