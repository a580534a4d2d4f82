import fc from 'fast-check'
import {
  type CalendarDate,
  calendarDateOfDayNumber,
  toCalendarDate,
} from '../../../worker/lib/time/calendar-date.ts'

/** A date written in a test; throws when it is none. */
export function day(text: string): CalendarDate {
  const date = toCalendarDate(text)
  if (date === null) throw new Error(`no such day: ${text}`)
  return date
}

/** Any day from 1950 to 2099. */
export const anyDate = fc.integer({ min: -7_305, max: 47_481 }).map(calendarDateOfDayNumber)
