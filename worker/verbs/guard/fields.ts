import * as z from 'zod'
import { isMarket } from '../../lib/markets.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'

/** A day of the calendar, `YYYY-MM-DD`. */
export const calendarDateField = z.string().refine((text) => toCalendarDate(text) !== null, {
  message: 'Ngày phải có dạng YYYY-MM-DD và có thật.',
})

/** One line of text that people read: trimmed, composed (NFC), never empty. */
export function lineField(longest: number): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) => normaliseText(text, 'NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'Không được để trống.').max(longest, `Dài nhất ${longest} ký tự.`))
}

/** A destination market: VNM, an ISO 3166-1 alpha-3 country, or EU. */
export const marketField = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(isMarket, {
    message: 'Thị trường là VNM, mã nước ba chữ cái (CHN, USA, DEU…) theo ISO 3166-1, hoặc EU.',
  })
