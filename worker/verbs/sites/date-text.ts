import * as z from 'zod'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import { addFault } from '../../resources/add-fault.ts'

/** A day as a date field sends it or as people type it (`05/03/2026`); blank is null. */
export const dateText: z.ZodType<CalendarDate | null, string> = z
  .string()
  .max(40)
  .transform((text, context) => {
    if (text.trim() === '') return null
    const reading = parseVietnameseDate(text)
    if (reading.ok) return reading.on
    addFault(context, { ...FIELD_FAULTS.notADay, vi: reading.reason })
    return z.NEVER
  })
