import { type Decimal, decimalOfNumber, toDecimal } from '../../lib/measure/decimal.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { EntryValue, EntryValues } from '../diary/entry-body.ts'
import { isMeasure } from '../diary/is-measure.ts'
import { doseRate, type Measure, metricOf } from '../diary/measures/measure.ts'
import { isSimpleUnit, SIMPLE_UNITS, type SimpleUnitKey } from '../diary/measures/unit-table.ts'

/** An amount in the base unit of its kind: kilograms, litres, or things counted. */
export type StockAmount = {
  readonly value: Decimal
  /** `kg`, `l`, or the unit things were counted in. */
  readonly unit: string
  /** True where nobody said it and it was reckoned from dose and area or water. */
  readonly isReckoned: boolean
}

/** How much of an input an entry is about; null where it does not say. */
export function stockAmount(
  entered: EntryValues | null,
  details: Readonly<Record<string, string | number>>,
): StockAmount | null {
  const said = entered === null ? measureIn(details) : measureOf(entered['quantity'])
  if (said !== null) return amountOf(said)
  return entered === null ? null : reckoned(entered)
}

function amountOf(measure: Measure): StockAmount | null {
  const metric = metricOf(measure)
  if (metric === null) return null
  switch (metric.dimension) {
    case 'mass':
      return { value: metric.amount, unit: 'kg', isReckoned: false }
    case 'volume':
      return { value: metric.amount, unit: 'l', isReckoned: false }
    case 'count':
      return { value: metric.amount, unit: measure.unit, isReckoned: false }
    case 'area':
    case 'time':
    case 'share':
      return null
  }
}

/** A dose on an area, or in so much water, is an amount of the product. */
function reckoned(entered: EntryValues): StockAmount | null {
  const dose = measureOf(entered['dose'])
  const rate = dose === null ? null : doseRate(dose)
  if (rate === null) return null
  const [amount, per] = rate.basis.split('/')
  const on = per === 'area' ? measureOf(entered['area']) : measureOf(entered['waterVolumeL'])
  const metric = on === null ? null : metricOf(on)
  if (metric === null || metric.dimension !== per) return null
  const value = decimalOfNumber(Math.round(rate.rate * Number(metric.amount) * 1e6) / 1e6)
  if (value === null || (amount !== 'mass' && amount !== 'volume')) return null
  return { value, unit: amount === 'mass' ? 'kg' : 'l', isReckoned: true }
}

function measureOf(value: EntryValue | undefined): Measure | null {
  return value !== undefined && isMeasure(value) ? value : null
}

/** What a line of a list says: a figure, and its unit in words. */
function measureIn(details: Readonly<Record<string, string | number>>): Measure | null {
  const { quantity, unit } = details
  const key = unit === undefined ? undefined : UNITS_BY_NAME.get(foldVietnamese(String(unit)))
  if (quantity === undefined || key === undefined) return null
  const value =
    typeof quantity === 'number' ? decimalOfNumber(quantity) : toDecimal(quantity.replace(',', '.'))
  return value === null ? null : { value, unit: key }
}

const UNITS_BY_NAME: ReadonlyMap<string, SimpleUnitKey> = new Map(
  Object.entries(SIMPLE_UNITS).flatMap(([key, { name }]): [string, SimpleUnitKey][] =>
    isSimpleUnit(key)
      ? [key, name.vi, name.en]
          .map((text) => [foldVietnamese(text), key] as const)
          .map(([text, unit]): [string, SimpleUnitKey] => [text, unit])
      : [],
  ),
)
