import { type CalendarDate, toCalendarDate } from './calendar-date.ts'

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/i
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/**
 * The day in Viet Nam, and the time there, of an instant that a program wrote in UTC
 * (`2024-02-03T17:00:00.000Z` is midnight of 4 February); null for every other text.
 */
export function dateOfUtcText(text: string): { on: CalendarDate; time: string | null } | null {
  if (!UTC.test(text)) return null
  const at = Date.parse(text.toUpperCase())
  if (!Number.isFinite(at)) return null
  const shown = new Date(at + VIETNAM_OFFSET_MS).toISOString()
  const on = toCalendarDate(shown.slice(0, 10))
  const time = shown.slice(11, 16)
  return on === null ? null : { on, time: time === '00:00' ? null : time }
}
