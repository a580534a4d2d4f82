import {
  type Decimal,
  multiplyDecimals,
  numberOfDecimal,
  toDecimal,
} from '../../../lib/measure/decimal.ts'
import {
  type Dimension,
  doseUnitOf,
  isSimpleUnit,
  SIMPLE_UNITS,
  type SimpleUnitKey,
  type UnitKey,
} from './unit-table.ts'

/** A figure as it was entered: the number, and the unit it was said in. */
export type Measure = { readonly value: Decimal; readonly unit: UnitKey }

/** The exact amount in the dimension's base (kg, l, ha, hours, pieces, %); null for a dose. */
export function metricOf({ value, unit }: Measure): {
  readonly dimension: Dimension
  readonly amount: Decimal
} | null {
  if (!isSimpleUnit(unit)) return null
  const { dimension } = SIMPLE_UNITS[unit]
  return { dimension, amount: multiplyDecimals(value, factorOf(unit)) }
}

/** What a dose is per hectare, per litre or per kilogram, as a number for comparing; null for no dose. */
export function doseRate({ value, unit }: Measure): {
  /** Doses of one basis can be compared: `volume/area`, `mass/volume`, … */
  readonly basis: string
  readonly rate: number
} | null {
  const dose = doseUnitOf(unit)
  if (dose === null) return null
  const amount = numberOfDecimal(value) * Number(SIMPLE_UNITS[dose.amount].factor)
  const per = SIMPLE_UNITS[dose.per]
  return {
    basis: `${SIMPLE_UNITS[dose.amount].dimension}/${per.dimension}`,
    rate: amount / Number(per.factor),
  }
}

function factorOf(unit: SimpleUnitKey): Decimal {
  const factor = toDecimal(SIMPLE_UNITS[unit].factor)
  if (factor === null) throw new RangeError(unit)
  return factor
}
