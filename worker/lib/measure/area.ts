import { foldVietnamese } from '../text/fold-vietnamese.ts'
import { type Decimal, multiplyDecimals, toDecimal } from './decimal.ts'
import { parseDecimal } from './parse-decimal.ts'

export type AreaUnit =
  | 'ha'
  | 'm2'
  | 'km2'
  | 'cong'
  | 'sao_bac'
  | 'sao_trung'
  | 'mau_bac'
  | 'mau_trung'

/** Where sào and mẫu are meant in their northern (360 m²) or central (500 m²) size. */
export type AreaRegion = 'north' | 'centre' | 'south'

export interface Area {
  /** Exact hectares. */
  readonly areaHa: Decimal
  /** The figure and unit as entered, kept for the person and for any later dispute. */
  readonly entered: { readonly value: Decimal; readonly unit: AreaUnit }
}

export type AreaReading =
  | ({ readonly ok: true } & Area)
  | { readonly ok: false; readonly reason: string }

interface AreaUnitRow {
  readonly label: string
  readonly hectares: Decimal
}

/** Local units by custom: công of the south 1,000 m²; sào 360 or 500 m²; mẫu = 10 sào. */
export const AREA_UNITS: Readonly<Record<AreaUnit, AreaUnitRow>> = {
  ha: { label: 'ha', hectares: exact('1') },
  m2: { label: 'm²', hectares: exact('0.0001') },
  km2: { label: 'km²', hectares: exact('100') },
  cong: { label: 'công', hectares: exact('0.1') },
  sao_bac: { label: 'sào (360 m²)', hectares: exact('0.036') },
  sao_trung: { label: 'sào (500 m²)', hectares: exact('0.05') },
  mau_bac: { label: 'mẫu (3.600 m²)', hectares: exact('0.36') },
  mau_trung: { label: 'mẫu (5.000 m²)', hectares: exact('0.5') },
}

const SPELLINGS: ReadonlyMap<string, AreaUnit | 'sao' | 'mau'> = new Map<
  string,
  AreaUnit | 'sao' | 'mau'
>([
  ['ha', 'ha'],
  ['hec', 'ha'],
  ['hecta', 'ha'],
  ['hectare', 'ha'],
  ['hectares', 'ha'],
  ['m2', 'm2'],
  ['m²', 'm2'],
  ['met vuong', 'm2'],
  ['km2', 'km2'],
  ['km²', 'km2'],
  ['cong', 'cong'],
  ['sao', 'sao'],
  ['sao bac bo', 'sao_bac'],
  ['sao trung bo', 'sao_trung'],
  ['mau', 'mau'],
  ['mau bac bo', 'mau_bac'],
  ['mau trung bo', 'mau_trung'],
])

/** The unit a text names, or null; `ambiguous` for sào or mẫu when the region is not known. */
export function areaUnitOf(text: string, region?: AreaRegion): AreaUnit | 'ambiguous' | null {
  const spelling = SPELLINGS.get(foldVietnamese(text).replace(/\.$/, ''))
  if (spelling !== 'sao' && spelling !== 'mau') return spelling ?? null
  if (region === 'north') return spelling === 'sao' ? 'sao_bac' : 'mau_bac'
  if (region === 'centre') return spelling === 'sao' ? 'sao_trung' : 'mau_trung'
  return 'ambiguous'
}

/**
 * Reads an area such as `2,5 ha`, `12 công`, `5 sào`; a bare number takes `defaultUnit`. Refuses
 * what is not positive, unknown units, and sào or mẫu where the region does not tell their size.
 */
export function parseArea(
  input: string | number,
  options: { readonly defaultUnit: string; readonly region?: AreaRegion },
): AreaReading {
  const reading = parseDecimal(input)
  if (!reading.ok) return reading
  const unitText = reading.unit ?? options.defaultUnit
  const unit = areaUnitOf(unitText, options.region)
  if (unit === null) return { ok: false, reason: `Không biết đơn vị diện tích “${unitText}”.` }
  if (unit === 'ambiguous') {
    return {
      ok: false,
      reason: `“${unitText}” mỗi miền một cỡ (Bắc Bộ 360 m², Trung Bộ 500 m²); hãy ghi ra ha.`,
    }
  }
  if (reading.value.startsWith('-') || reading.value === '0') {
    return { ok: false, reason: 'Diện tích phải lớn hơn 0.' }
  }
  return {
    ok: true,
    areaHa: multiplyDecimals(reading.value, AREA_UNITS[unit].hectares),
    entered: { value: reading.value, unit },
  }
}

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}
