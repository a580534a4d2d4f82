import * as z from 'zod'
import { parseArea } from '../../lib/measure/area.ts'
import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'

type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; reason: string }

/** One line or nothing. */
export function optionalLine(longest: number): z.ZodType<string | null, string> {
  return z
    .string()
    .transform((text) => normaliseText(text, 'NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest, `Dài nhất ${longest} ký tự.`))
    .transform((text) => (text === '' ? null : text))
}

/** Larger than any province: a slip of the unit. */
const LARGEST_HA = 10_000_000

/** An area as people write it (`2,5`, `2.5 ha`, `1 công`), hectares when no unit is named; sào and mẫu are asked back. */
export const areaText = typed((text) => {
  const reading = parseArea(text, { defaultUnit: 'ha' })
  if (!reading.ok) return { ok: false, reason: `${reading.reason} Ví dụ: 2,5 ha.` }
  const value = numberOfDecimal(reading.areaHa)
  return value <= LARGEST_HA
    ? { ok: true, value }
    : { ok: false, reason: 'Diện tích lớn hơn cả một tỉnh; hãy xem lại số và đơn vị.' }
})

/** A number from 0, decimal comma or point. */
export const decimalText = typed((text) => {
  const reading = parseDecimal(text)
  if (!reading.ok) return reading
  const value = numberOfDecimal(reading.value)
  return value >= 0 && value < 1e12
    ? { ok: true, value }
    : { ok: false, reason: 'Phải là số từ 0 trở lên.' }
})

/** A whole number from 0. */
export const countText = typed((text) => {
  const reading = parseDecimal(text)
  if (!reading.ok) return reading
  const value = numberOfDecimal(reading.value)
  return Number.isSafeInteger(value) && value >= 0
    ? { ok: true, value }
    : { ok: false, reason: 'Phải là số nguyên từ 0 trở lên.' }
})

/** A telephone number as people write it: digits with spaces, points or a plus. */
export const phoneText = typed((text) =>
  /^\+?[\d ().-]{6,20}$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, reason: 'Số điện thoại chỉ gồm chữ số và khoảng trắng.' },
)

/** Blank is null; otherwise what the reader makes of the trimmed text, or its reason. */
function typed<T>(read: (text: string) => Reading<T>): z.ZodType<T | null, string> {
  return z
    .string()
    .max(100, 'Dài nhất 100 ký tự.')
    .transform((text, context) => {
      const tidy = normaliseText(text, 'NFC').trim()
      if (tidy === '') return null
      const reading = read(tidy)
      if (reading.ok) return reading.value
      context.addIssue({ code: 'custom', message: reading.reason })
      return z.NEVER
    })
}
