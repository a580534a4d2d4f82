import { type CalendarDate, calendarDateOfDayNumber } from './calendar-date.ts'

const DAY_MS = 86_400_000
/** Asia/Ho_Chi_Minh: UTC+7, no daylight saving since 1975. */
const OFFSET_MS = 7 * 3_600_000

/** The calendar day in Viet Nam at an instant in epoch milliseconds. */
export function vietnamDateOf(epochMs: number): CalendarDate {
  const day = Math.floor((epochMs + OFFSET_MS) / DAY_MS)
  // Almost always asked about the running day, once a scan.
  if (last === null || last.day !== day) last = { day, date: calendarDateOfDayNumber(day) }
  return last.date
}

let last: { readonly day: number; readonly date: CalendarDate } | null = null
