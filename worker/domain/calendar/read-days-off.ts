import { fillAll } from '../../copy/fill.ts'
import { CALENDAR_COPY as W } from '../../copy/portal/calendar.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { type CalendarDate, daysBetween } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import type { HolidaySpan } from './public-holidays.ts'
import { weekdayOf } from './weekday-of.ts'

/** Days off as they were typed, one span a line; what is wrong is told by its line. */
export type DaysOffReading =
  | { readonly ok: true; readonly off: readonly HolidaySpan[]; readonly worked: readonly string[] }
  | { readonly ok: false; readonly path: 'off' | 'worked'; readonly text: LocalText }

type Typed = {
  readonly year: string
  readonly off: readonly string[]
  readonly worked: readonly string[]
}

/** Days of one span: Tết with what is swapped beside it has been nine. */
const LONGEST_SPAN = 14
const SATURDAY = 6

/** Reads a year's days off. */
export function readDaysOffTyped({ year, off, worked }: Typed): DaysOffReading {
  const spans: HolidaySpan[] = []
  for (const [at, line] of off.entries()) {
    const span = spanOf(line)
    const fault = span === null ? W.badLine : faultOf(span, year)
    if (fault !== null || span === null) {
      const values = { line: at + 1, year, most: LONGEST_SPAN }
      return { ok: false, path: 'off', text: fillAll(fault ?? W.badLine, values) }
    }
    spans.push(span)
  }
  const days: string[] = []
  for (const [at, line] of worked.entries()) {
    const day = dayOf(line)
    const fault = day === null ? W.badLine : workedFault(day, { year, spans })
    if (fault !== null || day === null) {
      const values = { line: at + 1, year }
      return { ok: false, path: 'worked', text: fillAll(fault ?? W.badLine, values) }
    }
    days.push(day)
  }
  return { ok: true, off: spans.toSorted(([a], [b]) => (a < b ? -1 : 1)), worked: days.sort() }
}

/** A span or a single day, as it is typed again. */
export function spanText([from, to]: HolidaySpan, format: (day: string) => string): string {
  return from === to ? format(from) : `${format(from)} - ${format(to)}`
}

function spanOf(line: string): readonly [CalendarDate, CalendarDate] | null {
  const [from = '', to, ...more] = line.split(/ [-–] |–| đến /)
  const [first, last] = [dayOf(from), dayOf(to ?? from)]
  return first === null || last === null || more.length > 0 ? null : [first, last]
}

function dayOf(text: string): CalendarDate | null {
  const read = parseVietnameseDate(text.trim())
  return read.ok && read.time === null && read.from === 'text' ? read.on : null
}

function faultOf([from, to]: readonly [CalendarDate, CalendarDate], year: string) {
  if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) return W.otherYear
  const length = daysBetween(from, to) + 1
  return length < 1 || length > LONGEST_SPAN ? W.backwards : null
}

function workedFault(
  day: CalendarDate,
  { year, spans }: { readonly year: string; readonly spans: readonly HolidaySpan[] },
) {
  if (!day.startsWith(`${year}-`)) return W.otherYear
  if (weekdayOf(day) < SATURDAY) return W.notRest
  return spans.some(([from, to]) => from <= day && day <= to) ? W.both : null
}
