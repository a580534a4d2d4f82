import * as z from 'zod'
import { FIELD_FAULTS as F } from '../copy/field-faults.ts'
import { fillAll } from '../copy/fill.ts'
import { formatNumber, formatQuantity } from '../copy/format.ts'
import { decimalIn } from '../copy/format-decimal.ts'
import { parseArea } from '../lib/measure/area.ts'
import {
  compareDecimals,
  type Decimal,
  decimalOfNumber,
  numberOfDecimal,
  toDecimal,
} from '../lib/measure/decimal.ts'
import { parseDecimal } from '../lib/measure/parse-decimal.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import type { Field } from './field.ts'
import { type Given, simple } from './fields.ts'
import { fault, readText } from './read-text.ts'

/** Larger than any province: a slip of the unit. */
const LARGEST_HA = 10_000_000

/** An area in hectares as people write it (`2,5`, `2.5 ha`, `1 công`), or nothing. */
export function optionalArea(given: Given): Field<number | null> {
  return measured(given, 'ha', (text) => {
    const reading = parseArea(text, { defaultUnit: 'ha' })
    if (!reading.ok) {
      return fault({ ...F.notAnArea, vi: `${reading.reason} ${F.areaExample.vi}` })
    }
    const value = numberOfDecimal(reading.areaHa)
    return value <= LARGEST_HA ? value : fault(F.areaTooLarge)
  })
}

/** A number from 0 with a decimal comma or point, or nothing. `unit` is said beside it. */
export function optionalDecimal(given: Given & { unit: string | null }): Field<number | null> {
  return measured(given, given.unit, (text) => {
    const value = numberIn(text, F.notANumber)
    return value >= 0 && value < 1e12 ? value : fault(F.notANumber)
  })
}

/** A number above 0 that must be there. */
export function amount(given: Given): Field<number> {
  const read = (text: string) => {
    const value = numberIn(text, F.notANumber)
    return value > 0 && value < 1e12 ? value : fault(F.notANumber)
  }
  return simple<number>(given, {
    schema: readText({ max: 100, read, blank: null }),
    input: { inputmode: 'decimal', required: true },
    text: typedNumber,
    show: formatNumber,
  })
}

/** A figure above 0 that is compared exactly, kept digit for digit, or nothing. */
export function optionalDecimalText(given: Given): Field<Decimal | null> {
  return simple<Decimal | null>(given, {
    schema: readText({
      max: 40,
      read: (text): Decimal | null => exactIn(text),
      blank: () => null,
    }),
    input: { inputmode: 'decimal' },
    text: (value) => value?.replace('.', ',') ?? '',
    show: (value, lang) => (value === null ? '' : decimalIn(value, lang)),
  })
}

/** Such a figure, which must be there. */
export function decimalText(given: Given): Field<Decimal> {
  return simple<Decimal>(given, {
    schema: readText({ max: 40, read: exactIn, blank: null }),
    input: { inputmode: 'decimal', required: true },
    text: (value) => value.replace('.', ','),
    show: decimalIn,
  })
}

const ZERO = toDecimal('0')
const MOST = toDecimal('1000000000')

function exactIn(text: string): Decimal {
  const reading = parseDecimal(text)
  if (!reading.ok) return fault({ ...F.notANumber, vi: reading.reason })
  const { value } = reading
  if (ZERO === null || MOST === null) throw new RangeError('no figures')
  const isSound = compareDecimals(value, ZERO) > 0 && compareDecimals(value, MOST) < 0
  return isSound ? value : fault(F.notAboveZero)
}

/** A whole number from 0, or nothing; none above `most`, which whatever counts them one by one must name. */
export function optionalCount(given: Given & { readonly most?: number }): Field<number | null> {
  const { most = Number.MAX_SAFE_INTEGER } = given
  const field = measured(given, null, (text) => {
    const value = numberIn(text, F.notACount)
    if (!Number.isSafeInteger(value) || value < 0) return fault(F.notACount)
    return value <= most ? value : fault(fillAll(F.countTooLarge, { most }))
  })
  return { ...field, inputs: field.inputs.map((input) => ({ ...input, inputmode: 'numeric' })) }
}

/** A whole number above 0 that must be there, up to `most`. */
export function count(given: Given & { readonly most?: number }): Field<number> {
  const { most = Number.MAX_SAFE_INTEGER } = given
  const read = (text: string) => {
    const value = numberIn(text, F.notACount)
    if (!Number.isSafeInteger(value) || value <= 0) return fault(F.notACount)
    return value <= most ? value : fault(fillAll(F.countTooLarge, { most }))
  }
  return simple<number>(given, {
    schema: readText({ max: 100, read, blank: null }),
    input: { inputmode: 'numeric', required: true },
    text: typedNumber,
    show: formatNumber,
  })
}

/** A number as people write it; in Vietnamese the reader says what it stumbled over. */
function numberIn(text: string, wrong: LocalText): number {
  const reading = parseDecimal(text)
  return reading.ok ? numberOfDecimal(reading.value) : fault({ ...wrong, vi: reading.reason })
}

function measured(
  given: Given,
  unit: string | null,
  read: (text: string) => number,
): Field<number | null> {
  const field = simple<number | null>(given, {
    schema: z.preprocess(
      // Programs send numbers.
      (value) => (typeof value === 'number' ? typedNumber(value) : value),
      readText({ max: 100, read: (text): number | null => read(text), blank: () => null }),
    ),
    input: { inputmode: 'decimal' },
    text: (value) => (value === null ? '' : typedNumber(value)),
    show: (value, lang) => {
      if (value === null) return ''
      return unit === null ? formatNumber(value, lang) : formatQuantity({ value, unit }, lang)
    },
  })
  return { ...field, json: z.number().meta({ minimum: 0, maximum: 1e12 }).nullish() }
}

/** As a person types it, and as it is read back: `1234,5` could not be mistaken for anything else. */
export function typedNumber(value: number): string {
  return (decimalOfNumber(value) ?? '').replace('.', ',')
}
