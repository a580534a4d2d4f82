import * as z from 'zod'
import { FIELD_FAULTS, tooLong } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { parseArea } from '../../lib/measure/area.ts'
import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import { addFault } from '../../resources/add-fault.ts'
import { told } from '../../resources/told.ts'

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly text: LocalText }

/** One line or nothing. */
export function optionalLine(longest: number): z.ZodType<string | null, string> {
  return z
    .string()
    .transform((text) => normaliseText(text, 'NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest, told(tooLong(longest))))
    .transform((text) => (text === '' ? null : text))
}

/** Larger than any province: a slip of the unit. */
const LARGEST_HA = 10_000_000

/** An area as people write it (`2,5`, `2.5 ha`, `1 công`), hectares when no unit is named; sào and mẫu are asked back. */
export const areaText = typed((text) => {
  const reading = parseArea(text, { defaultUnit: 'ha' })
  if (!reading.ok)
    return { ok: false, text: fillAll(SITE_REFUSALS.area, { reason: reading.reason }) }
  const value = numberOfDecimal(reading.areaHa)
  return value <= LARGEST_HA ? { ok: true, value } : { ok: false, text: FIELD_FAULTS.areaTooLarge }
})

/** A number from 0, decimal comma or point. */
export const decimalText = typed((text) => {
  const reading = parseDecimal(text)
  if (!reading.ok) return { ok: false, text: { ...FIELD_FAULTS.notANumber, vi: reading.reason } }
  const value = numberOfDecimal(reading.value)
  return value >= 0 && value < 1e12
    ? { ok: true, value }
    : { ok: false, text: FIELD_FAULTS.notANumber }
})

/** A whole number from 0. */
export const countText = typed((text) => {
  const reading = parseDecimal(text)
  if (!reading.ok) return { ok: false, text: { ...FIELD_FAULTS.notACount, vi: reading.reason } }
  const value = numberOfDecimal(reading.value)
  return Number.isSafeInteger(value) && value >= 0
    ? { ok: true, value }
    : { ok: false, text: FIELD_FAULTS.notACount }
})

/** Blank is null; otherwise what the reader makes of the trimmed text, or its reason. */
function typed<T>(read: (text: string) => Reading<T>): z.ZodType<T | null, string> {
  return z
    .string()
    .max(100, told(tooLong(100)))
    .transform((text, context) => {
      const tidy = normaliseText(text, 'NFC').trim()
      if (tidy === '') return null
      const reading = read(tidy)
      if (reading.ok) return reading.value
      addFault(context, reading.text)
      return z.NEVER
    })
}
