import {
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  toDecimal,
} from '../../lib/measure/decimal.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** Mass of a substance by mass of goods. */
export const MASS_UNITS = ['mg/kg', 'µg/kg', 'g/kg', '%'] as const
export type MassUnit = (typeof MASS_UNITS)[number]

export type Concentration = { readonly value: Decimal; readonly unit: MassUnit }

/** Exact, so that 0.05 mg/kg and 50 µg/kg are the same figure. */
const MICROGRAMS: Readonly<Record<MassUnit, Decimal>> = {
  'µg/kg': exact('1'),
  'mg/kg': exact('1000'),
  'g/kg': exact('1000000'),
  '%': exact('10000000'),
}

const SPELLINGS: ReadonlyMap<string, MassUnit> = new Map<string, MassUnit>([
  ...['mg/kg', 'ppm', 'mg/1kg', 'ug/g', 'μg/g', 'µg/g', 'mgkg-1'].map(
    (text): [string, MassUnit] => [text, 'mg/kg'],
  ),
  ...['ug/kg', 'μg/kg', 'µg/kg', 'mcg/kg', 'ppb', 'ng/g'].map((text): [string, MassUnit] => [
    text,
    'µg/kg',
  ]),
  ['g/kg', 'g/kg'],
  ['%', '%'],
])

/** The unit a text names, or null: what is measured in another way (counts, `CFU/g`, litres) is not compared. */
export function massUnitOf(text: string): MassUnit | null {
  return SPELLINGS.get(foldVietnamese(text).replace(/\s+/g, '')) ?? null
}

/** Negative, 0 or positive as `left` is less than, equal to or more than `right`, whatever their units. */
export function compareConcentrations(left: Concentration, right: Concentration): number {
  return compareDecimals(microgramsOf(left), microgramsOf(right))
}

function microgramsOf({ value, unit }: Concentration): Decimal {
  return multiplyDecimals(value, MICROGRAMS[unit])
}

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}
