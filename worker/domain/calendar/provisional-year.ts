import { addDays, type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { LUNAR_DAYS } from './lunar-days.ts'
import type { HolidaySpan, HolidayYear } from './public-holidays.ts'
import { weekdayOf } from './weekday-of.ts'

/**
 * The days off of a year that nobody has decided yet, by the law: Labour Code 45/2019/QH14, article 112
 * (1 January, five days of Tết, the Hùng Kings, 30 April, 1 May, 2 September with a day beside it), a day
 * that falls on a weekly rest made good on the next working day (article 111, paragraph 3). Of Tết, two
 * days before and three from the first are taken, and beside 2 September the day that leads to the
 * week's end, as was decided from 2023 on. What is only swapped by decision is not guessed.
 */
export function provisionalYear(year: string): HolidayYear {
  const lunar = Object.hasOwn(LUNAR_DAYS, year) ? LUNAR_DAYS[year] : undefined
  const holidays = [
    [on(`${year}-01-01`)],
    ...(lunar === undefined ? [] : [daysFrom(addDays(on(lunar.newYear), -2), 5)]),
    ...(lunar === undefined ? [] : [[on(lunar.hungKings)]]),
    [on(`${year}-04-30`), on(`${year}-05-01`)],
    nationalDays(on(`${year}-09-02`)),
  ]
  const off = new Set(holidays.flat())
  for (const days of holidays) makeGood(days, off)
  return { announced: false, off: spansOf([...off].sort()), worked: [] }
}

/** 2 September and the day before or after it that is no gap between two days off. */
function nationalDays(second: CalendarDate): readonly CalendarDate[] {
  const weekday = weekdayOf(second)
  const isBefore = weekday !== MONDAY && weekday !== THURSDAY
  return daysFrom(isBefore ? addDays(second, -1) : second, 2)
}

const MONDAY = 1
const THURSDAY = 4
const SATURDAY = 6

/** For each day that falls on a weekly rest, adds the next one that is worked. */
function makeGood(days: readonly CalendarDate[], off: Set<CalendarDate>): void {
  let next = days.at(-1)
  for (const day of days) {
    if (weekdayOf(day) < SATURDAY) continue
    do {
      if (next !== undefined) next = addDays(next, 1)
    } while (next !== undefined && (weekdayOf(next) >= SATURDAY || off.has(next)))
    if (next !== undefined) off.add(next)
  }
}

function daysFrom(first: CalendarDate, count: number): CalendarDate[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at))
}

function spansOf(days: readonly CalendarDate[]): readonly HolidaySpan[] {
  const spans: [CalendarDate, CalendarDate][] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last !== undefined && addDays(last[1], 1) === day) last[1] = day
    else spans.push([day, day])
  }
  return spans
}

function on(text: string): CalendarDate {
  const day = toCalendarDate(text)
  if (day === null) throw new RangeError(`${text} is no day`)
  return day
}
