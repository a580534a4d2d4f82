import { type CalendarDate, calendarDateOfDayNumber } from './calendar-date.ts'

const DAY_MS = 86_400_000
/** Asia/Ho_Chi_Minh: UTC+7, no daylight saving since 1975. */
const OFFSET_MS = 7 * 3_600_000

/** The calendar day in Viet Nam at an instant in epoch milliseconds. */
export function vietnamDateOf(epochMs: number): CalendarDate {
  return calendarDateOfDayNumber(Math.floor((epochMs + OFFSET_MS) / DAY_MS))
}
