import { toCalendarDate } from '../../worker/lib/time/calendar-date.ts'
import { UsageError } from './usage-error.ts'

/** A whole number of an option, e.g. `--count 500`. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`“${text}” không phải số nguyên.`)
  return Number(text)
}

/** A positive number with a decimal point or comma. */
export function decimalNumber(text: string): number {
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(`“${text}” không phải số dương.`)
  return value
}

/** An instant: ISO 8601 with its zone, or a day, which begins at midnight in Vietnam. */
export function instant(text: string): number {
  const day = toCalendarDate(text)
  const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
  const at =
    day !== null ? Date.parse(`${day}T00:00:00+07:00`) : zoned ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) {
    throw new UsageError(
      `“${text}” không phải thời điểm, ví dụ 2026-06-15T08:00:00+07:00 hoặc 2026-06-15.`,
    )
  }
  return at
}

/** For an option that may stand several times, or hold a list with commas. */
export function list(text: string, before: readonly string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ]
}
