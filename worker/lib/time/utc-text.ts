import { type CalendarDate, toCalendarDate } from './calendar-date.ts'

/** With `Z`, or how far the clock of its place is ahead. */
const UTC =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2}))$/i
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/**
 * The day in Viet Nam, and the time there, of an instant that a program wrote in UTC
 * (`2024-02-03T17:00:00.000Z` is midnight of 4 February); null for every other text.
 */
export function dateOfUtcText(text: string): { on: CalendarDate; time: string | null } | null {
  const found = UTC.exec(text)
  if (found === null) return null
  const [, day, time, hours, minutes = '00'] = found
  const at = Date.parse(`${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`)
  if (!Number.isFinite(at)) return null
  const shown = new Date(at + VIETNAM_OFFSET_MS).toISOString()
  const on = toCalendarDate(shown.slice(0, 10))
  const clock = shown.slice(11, 16)
  return on === null ? null : { on, time: clock === '00:00' ? null : clock }
}
