import { foldVietnamese, tidyText } from '../text/fold-vietnamese.ts'
import { type Decimal, multiplyDecimals, toDecimal } from './decimal.ts'
import { parseDecimal } from './parse-decimal.ts'

export type MassUnit = 'g' | 'kg' | 'yen' | 'ta' | 't'

export interface Quantity {
  readonly value: Decimal
  /** A mass unit's label (`kg`, `tấn`), or the unit as written (`thùng`, `lít`). */
  readonly unit: string
  /** Exact kilograms when the unit is one of mass, else null. */
  readonly quantityKg: Decimal | null
}

export type QuantityReading =
  | ({ readonly ok: true } & Quantity)
  | { readonly ok: false; readonly reason: string }

/** Metric, with the old weights as they are used today: yến 10 kg, tạ 100 kg. */
export const MASS_UNITS: Readonly<Record<MassUnit, { label: string; kilograms: Decimal }>> = {
  g: { label: 'g', kilograms: exact('0.001') },
  kg: { label: 'kg', kilograms: exact('1') },
  yen: { label: 'yến', kilograms: exact('10') },
  ta: { label: 'tạ', kilograms: exact('100') },
  t: { label: 'tấn', kilograms: exact('1000') },
}

const SPELLINGS: ReadonlyMap<string, MassUnit> = new Map<string, MassUnit>([
  ['g', 'g'],
  ['gr', 'g'],
  ['gam', 'g'],
  ['gram', 'g'],
  ['kg', 'kg'],
  ['kgs', 'kg'],
  ['ky', 'kg'],
  ['ki', 'kg'],
  ['kilo', 'kg'],
  ['kilogam', 'kg'],
  ['kilogram', 'kg'],
  ['yen', 'yen'],
  ['ta', 'ta'],
  ['tan', 't'],
  ['t', 't'],
  ['ton', 't'],
  ['tons', 't'],
  ['tonne', 't'],
  ['tonnes', 't'],
])

/** The mass unit a text names, or null. */
export function massUnitOf(text: string): MassUnit | null {
  // Without its tone a dozen (tá) would pass for 100 kg (tạ).
  if (tidyText(text).toLowerCase() === 'tá') return null
  return SPELLINGS.get(foldVietnamese(text).replace(/\.$/, '')) ?? null
}

/**
 * Reads a quantity such as `1.200 kg` or `2,5` with its unit beside it (`unitText`). A unit within
 * the cell wins; when both are given and name different masses the reading is refused, because one
 * of them is wrong.
 */
export function parseQuantity(input: string | number, unitText: string | null): QuantityReading {
  const reading = parseDecimal(input)
  if (!reading.ok) return reading
  if (reading.value.startsWith('-') || reading.value === '0') {
    return { ok: false, reason: 'Số lượng phải lớn hơn 0.' }
  }
  const beside = unitText === null ? '' : tidyText(unitText)
  const written = reading.unit ?? beside
  if (written === '') return { ok: false, reason: 'Thiếu đơn vị tính (kg, tấn, thùng…).' }
  const unit = massUnitOf(written)
  if (reading.unit !== null && beside !== '' && massUnitOf(beside) !== unit) {
    return {
      ok: false,
      reason: `Hai đơn vị khác nhau: “${reading.unit}” trong ô số lượng, “${beside}” ở cột đơn vị.`,
    }
  }
  return {
    ok: true,
    value: reading.value,
    unit: unit === null ? written : MASS_UNITS[unit].label,
    quantityKg: unit === null ? null : multiplyDecimals(reading.value, MASS_UNITS[unit].kilograms),
  }
}

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}
