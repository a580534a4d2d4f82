import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import type { UnitKey } from '../measures/unit-table.ts'
import { measure, text } from './field.ts'

export const AREA_UNITS = [
  'ha',
  'm2',
  'cong',
  'sao_bac',
  'sao_trung',
  'mau_bac',
  'mau_trung',
] as const satisfies UnitKey[]

export const MASS_UNITS = ['kg', 'ta', 't', 'yen', 'g'] as const satisfies UnitKey[]
export const VOLUME_UNITS = ['l', 'ml'] as const satisfies UnitKey[]
export const TANKS = [
  'binh16',
  'binh18',
  'binh20',
  'binh25',
  'phuy200',
] as const satisfies UnitKey[]

/** More hectares than anybody works in one entry. */
const USUAL_AREA_HA = 50

export const AREA = measure({
  name: 'area',
  label: W.areaDone,
  asked: 'expected',
  remembered: true,
  units: AREA_UNITS,
  usual: { area: USUAL_AREA_HA },
  metric: 'areaHa',
})

export const OPERATOR = text({ name: 'operator', asked: 'expected', remembered: true })
export const NOTE = text({ name: 'note', most: 2_000, isLong: true })
