import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  toCalendarDate,
} from '../../lib/time/calendar-date.ts'
import { isOfRecords } from '../../lib/time/parse-vietnamese-date.ts'
import type { DaysOff } from '../calendar/public-holidays.ts'
import { addWorkingDays, undecidedYears, workingDaysBefore } from '../calendar/working-days.ts'

/** The days that one report is of; both ends included. */
export type Days = { readonly fromOn: string; readonly toOn: string }

/** A period as reports are asked for: its days, the last day to hand it in, what it is called. */
export type ReportPeriod = Days & {
  readonly dueOn: string
  /** Null for a month of the calendar. */
  readonly name: string | null
}

/** A period that may be reported, with what may still move its due day. */
export type OpenPeriod = ReportPeriod & {
  /** The year of the due day, where its days off are not decided yet. */
  readonly undecidedYear: string | null
}

/** Working days after a period until its report is due, where the province says nothing else. */
const DUE_WORKING_DAYS = 5
/** Months, up to this one, that may be reported. */
const MONTHS = 13

/** The day the report of a period is due by itself: so many working days after it. */
export function usualDueOn(toOn: CalendarDate, daysOff: DaysOff): CalendarDate {
  return addWorkingDays(toOn, DUE_WORKING_DAYS, daysOff)
}

/** A due day that is no working day moves on to the next one (Civil Code 91/2015/QH13, article 148.5). */
export function dueDayOf(day: CalendarDate, daysOff: DaysOff): CalendarDate {
  // The working day before the next one is the day itself, where it is worked.
  const next = addWorkingDays(day, 1, daysOff)
  return workingDaysBefore(next, 1, daysOff) === day ? day : next
}

/** The days of a month of the calendar, `YYYY-MM`; null for no month. */
export function monthDays(month: string) {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? []
  const first = calendarDateOf(Number(year), Number(number), 1)
  if (first === null) return null
  const [nextYear, nextMonth] =
    number === '12' ? [Number(year) + 1, 1] : [Number(year), Number(number) + 1]
  const next = calendarDateOf(nextYear, nextMonth, 1)
  if (next === null) return null
  return { fromOn: first, toOn: addDays(next, -1) }
}

/** A month of the calendar as a period; null for no month. */
export function monthPeriod(month: string, daysOff: DaysOff): ReportPeriod | null {
  const days = monthDays(month)
  return days === null ? null : { ...days, dueOn: usualDueOn(days.toOn, daysOff), name: null }
}

/** The month before the one of a day. */
export function lastMonthOf(today: string): Days & { readonly toOn: CalendarDate } {
  const first = calendarDateOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1)
  const period = first === null ? null : monthDays(addDays(first, -1).slice(0, 7))
  if (period === null) throw new RangeError(`no day: ${today}`)
  return period
}

/**
 * The periods that may be reported on a day, newest first: those the province asks for, and the months
 * that none of these touches. None that has not begun.
 */
export function periodsOn(
  today: string,
  { asked, daysOff }: { readonly asked: readonly ReportPeriod[]; readonly daysOff: DaysOff },
): readonly OpenPeriod[] {
  const months: ReportPeriod[] = []
  for (let month = today.slice(0, 7); months.length < MONTHS; ) {
    const period = monthPeriod(month, daysOff)
    if (period === null) break
    months.push(period)
    month = lastMonthOf(period.fromOn).fromOn.slice(0, 7)
  }
  const begun = asked.filter(({ fromOn }) => fromOn <= today)
  const free = months.filter((month) => !asked.some((period) => overlap(month, period)))
  return [...begun, ...free]
    .toSorted((a, b) => (a.toOn < b.toOn ? 1 : a.toOn > b.toOn ? -1 : 0))
    .map((period) => ({ ...period, undecidedYear: undecidedYearOf(period, daysOff) }))
}

/** The year whose days off may still move the due day of a period; null where they are decided. */
export function undecidedYearOf(
  { dueOn }: Pick<ReportPeriod, 'dueOn'>,
  daysOff: DaysOff,
): string | null {
  return undecidedYears(dueOn, dueOn, daysOff)[0] ?? null
}

/**
 * The period that is to be reported now: the newest that is over and ended after all that was reported;
 * where there is none, the one that runs.
 */
export function periodDue<P extends ReportPeriod>(
  periods: readonly P[],
  given: { readonly today: string; readonly reported: readonly Days[] },
): P | null {
  const { today, reported } = given
  const due = periods.find(
    ({ toOn }) => toOn < today && !reported.some((days) => days.toOn >= toOn),
  )
  return due ?? periods[0] ?? null
}

export function overlap(a: Days, b: Days): boolean {
  return a.fromOn <= b.toOn && b.fromOn <= a.toOn
}

export function isSame(a: Days, b: Days): boolean {
  return a.fromOn === b.fromOn && a.toOn === b.toOn
}

/** What a period goes by in addresses and forms: `2026-10-01..2026-10-31`. */
export function periodKey({ fromOn, toOn }: Days): string {
  return `${fromOn}..${toOn}`
}

/** True for the days of one whole month. */
export function isMonth(days: Days): boolean {
  const month = monthDays(days.fromOn.slice(0, 7))
  return month !== null && isSame(month, days)
}

/**
 * The days that a text names: a month as people write it (`10/2026`, `tháng 10 năm 2026`, `2026-10`), or a
 * period's own key. Null for anything else.
 */
export function daysIn(text: string): Days | null {
  const [, first = '', last = ''] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? []
  const [fromOn, toOn] = [toCalendarDate(first), toCalendarDate(last)]
  if (fromOn !== null && toOn !== null) {
    return isOfRecords(fromOn) && isOfRecords(toOn) ? { fromOn, toOn } : null
  }
  const month = monthIn(text)
  return month === null ? null : monthDays(month)
}

/** A month as `YYYY-MM`, as people write it; null for none. */
export function monthIn(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^tháng\s+/, '')
  const [, year, number] = /^(\d{4})-(\d{1,2})$/.exec(plain) ?? []
  const [, first, last] = /^(\d{1,2})\s?(?:\/|-|năm)\s?(\d{4})$/.exec(plain) ?? []
  const month = `${year ?? last}-${(number ?? first ?? '').padStart(2, '0')}`
  return isOfRecords(month) && monthDays(month) !== null ? month : null
}
