import * as z from 'zod'
import { formatQuantity } from '../copy/format.ts'
import { SEASON_COPY as W } from '../copy/portal/season.ts'
import { numberOfDecimal } from '../lib/measure/decimal.ts'
import { parseQuantity } from '../lib/measure/mass.ts'
import { parseDecimal } from '../lib/measure/parse-decimal.ts'
import type { Field } from './field.ts'
import { type Given, simple } from './fields.ts'
import { typedNumber } from './number-fields.ts'
import { fault, readText } from './read-text.ts'

/** More than any season of any site: a slip of the unit. */
const MOST_KG = 1e9

/** Kilograms as people write a weight (`12 tấn`, `8 tạ`, `850`), or nothing; a bare number is kilograms. */
export function optionalMass(given: Given): Field<number | null> {
  const field = simple<number | null>(given, {
    schema: z.preprocess(
      // Programs send numbers.
      (value) => (typeof value === 'number' ? typedNumber(value) : value),
      readText({ max: 100, read: kilogramsIn, blank: () => null }),
    ),
    input: { inputmode: 'decimal' },
    text: (value) => (value === null ? '' : typedNumber(value)),
    show: (value, lang) => (value === null ? '' : formatQuantity({ value, unit: 'kg' }, lang)),
  })
  return { ...field, json: z.number().meta({ minimum: 0, maximum: MOST_KG }).nullish() }
}

/** Kilograms that must be there, from 0: a season may fail altogether. */
export function mass(given: Given): Field<number> {
  return simple<number>(given, {
    schema: readText({ max: 100, read: kilogramsIn, blank: null }),
    input: { inputmode: 'decimal', required: true },
    text: typedNumber,
    show: (value, lang) => formatQuantity({ value, unit: 'kg' }, lang),
  })
}

function kilogramsIn(text: string): number {
  const bare = parseDecimal(text)
  // Zero is no quantity of goods, but it is a yield.
  if (bare.ok && numberOfDecimal(bare.value) === 0) return 0
  const reading = parseQuantity(text, bare.ok && bare.unit === null ? 'kg' : null)
  if (!reading.ok || reading.quantityKg === null) return fault(W.massOdd)
  const value = numberOfDecimal(reading.quantityKg)
  return value <= MOST_KG ? value : fault(W.massOdd)
}
