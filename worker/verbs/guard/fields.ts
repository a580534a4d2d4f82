import * as z from 'zod'
import { FIELD_FAULTS, tooLong } from '../../copy/field-faults.ts'
import { isMarket } from '../../lib/markets.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { told } from '../../resources/told.ts'

/** A day of the calendar, `YYYY-MM-DD`. */
export const calendarDateField = z
  .string()
  .refine((text) => toCalendarDate(text) !== null, told(FIELD_FAULTS.notACalendarDate))

/** One line of text that people read: trimmed, composed (NFC), never empty. */
export function lineField(longest: number): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) => normaliseText(text, 'NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, told(FIELD_FAULTS.missing))
        .max(longest, told(tooLong(longest))),
    )
}

/** A destination market: VNM, an ISO 3166-1 alpha-3 country, or EU. */
export const marketField = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(isMarket, told(FIELD_FAULTS.notAMarket))
