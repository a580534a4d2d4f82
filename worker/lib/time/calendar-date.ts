declare const brand: unique symbol

/** A day of the calendar as `yyyy-mm-dd`, without time or zone; always a date that exists. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Returns the date when `text` is an existing `yyyy-mm-dd` day, else null. */
export function toCalendarDate(text: string): CalendarDate | null {
  const parts = SHAPE.exec(text)
  if (parts === null) return null
  return calendarDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Before all others: stands where a day is not known. */
export const FIRST_DAY = asCalendarDate('0001-01-01')

/** Builds a date from its parts (month and day from 1), or null when no such day exists. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return asCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** The day `days` after `date` (before it when negative). Throws outside the years 1 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDateOfDayNumber(dayNumberOf(date) + days)
}

/** The day after a `yyyy-mm-dd` day; a text that is no day comes back as it is. */
export function dayAfter(day: string): string {
  const date = toCalendarDate(day)
  return date === null ? day : addDays(date, 1)
}

/** The day so many days before a `yyyy-mm-dd` day, however many: none before all others. */
export function daysBefore(day: string, days: number): string {
  const date = toCalendarDate(day)
  if (date === null) return day
  return days < daysBetween(FIRST_DAY, date) ? addDays(date, -days) : FIRST_DAY
}

/** Negative when `left` is earlier than `right`, 0 when equal, positive when later. */
export function compareDates(left: CalendarDate, right: CalendarDate): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** Days since 1970-01-01. */
export function dayNumberOf(date: CalendarDate): number {
  // A plain `Date.UTC` reads the years 0 to 99 as 1900 to 1999; the ISO form does not.
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** A list names few days over many rows. */
const REMEMBERED = 4_096
const remembered = new Map<number, CalendarDate>()

/** Inverse of {@link dayNumberOf}. Throws a RangeError outside the years 1 to 9999. */
export function calendarDateOfDayNumber(dayNumber: number): CalendarDate {
  const known = remembered.get(dayNumber)
  if (known !== undefined) return known
  const text = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
  const date = toCalendarDate(text)
  if (date === null) throw new RangeError(`day ${dayNumber} is outside the years 1 to 9999`)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(dayNumber, date)
  return date
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The only cast: called with text built from checked parts. */
function asCalendarDate(text: string): CalendarDate {
  return text as CalendarDate
}

/** The same day so many months later, or the last of a month that is shorter. Throws past the year 9999. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const found = calendarDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
  if (found === null) throw new RangeError(`${months} months after ${date}`)
  return found
}
