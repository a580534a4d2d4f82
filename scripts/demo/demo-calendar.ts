import { addDays, type CalendarDate } from '../../worker/lib/time/calendar-date.ts'
import { formatDate } from '../../worker/lib/time/format-date.ts'

/** Days of the demo data, counted from the day it was made, so that fresh goods are fresh whenever it is. */
export type DemoCalendar = {
  readonly today: CalendarDate
  /** The day so many days after (before, when negative) the day the data is made for. */
  readonly on: (offset: number) => CalendarDate
  /** An hour of that day in Viet Nam, epoch milliseconds. */
  readonly at: (offset: number, hour: number) => number
}

export function demoCalendar(today: CalendarDate): DemoCalendar {
  const on = (offset: number) => addDays(today, offset)
  return {
    today,
    on,
    at: (offset, hour) => Date.parse(`${on(offset)}T${String(hour).padStart(2, '0')}:00:00+07:00`),
  }
}

/** Puts days (`{-24}` as dd/mm/yyyy) and example GTINs (`{gtin:435}`) into a sheet template. */
export function fillTemplate(text: string, calendar: DemoCalendar): string {
  return text
    .replace(/\{([+-]\d+)\}/g, (_, offset: string) => formatDate(calendar.on(Number(offset))))
    .replace(/\{gtin:(\d{3})\}/g, (_, item: string) => exampleGtin(item))
}

/** The first day a line of a template speaks of, as an offset; null when it names none. */
export function offsetOf(line: string): number | null {
  const found = /\{([+-]\d+)\}/.exec(line)
  return found === null ? null : Number(found[1])
}

/** A GTIN-13 of the company prefix GS1 keeps for examples (950 6000 13), with its check digit. */
export function exampleGtin(item: string): string {
  const digits = `950600013${item}`
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
