import type { PlaceType } from './place-name.ts'
import { readPlaceName } from './place-name.ts'

/** A row of administrative units; days are ISO dates, `validTo` excluded. */
export interface UnitRow {
  readonly code: string
  readonly level: 'province' | 'commune'
  readonly name: string
  readonly parentCode: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Where a commune of before the merger belongs now. Published tables leave fields empty. */
export interface WardMappingRow {
  readonly oldWardName: string | null
  readonly oldDistrictName: string | null
  readonly oldProvinceName: string | null
  readonly newWardCode: string | null
  /** Settles wrong codes: where both are known, code and name must agree. */
  readonly newWardName?: string | null
}

export interface CommuneEntry {
  readonly code: string
  readonly name: string
  readonly provinceCode: string
  readonly type: PlaceType | null
  readonly toned: string
}

export interface FormerEntry {
  readonly current: CommuneEntry
  /** `Xã Mỹ Hội Đông, Huyện Chợ Mới, Tỉnh An Giang`. */
  readonly label: string
  readonly type: PlaceType | null
  readonly toned: string
  readonly districtKey: string
  readonly provinceKey: string
}

export interface PlaceIndex {
  readonly provinceNames: ReadonlyMap<string, string>
  /** Present province codes by folded name, old names included. */
  readonly provincesByKey: ReadonlyMap<string, ReadonlySet<string>>
  readonly communesByKey: ReadonlyMap<string, readonly CommuneEntry[]>
  readonly formerByKey: ReadonlyMap<string, readonly FormerEntry[]>
  /** Mappings that could not be used: empty, or leading to no present commune. */
  readonly droppedMappings: number
}

/** Builds the index once for many lookups. Units with a `validTo` are history and no targets. */
export function buildPlaceIndex(
  units: readonly UnitRow[],
  mappings: readonly WardMappingRow[],
): PlaceIndex {
  const provinceNames = new Map<string, string>()
  const provincesByKey = new Map<string, Set<string>>()
  const communesByKey = new Map<string, CommuneEntry[]>()
  const communesByCode = new Map<string, CommuneEntry>()
  for (const unit of units) {
    if (unit.validTo !== null) continue
    const { key, type, toned } = readPlaceName(unit.name)
    if (unit.level === 'province') {
      provinceNames.set(unit.code, unit.name)
      addTo(provincesByKey, key, unit.code)
    } else if (unit.parentCode !== null) {
      const { code, name, parentCode } = unit
      const entry = { code, name, provinceCode: parentCode, type, toned }
      communesByCode.set(code, entry)
      push(communesByKey, key, entry)
    }
  }
  const formerByKey = new Map<string, FormerEntry[]>()
  let droppedMappings = 0
  for (const mapping of mappings) {
    const former = formerEntry(mapping, communesByCode)
    if (former === null) {
      droppedMappings += 1
      continue
    }
    push(formerByKey, former.key, former.entry)
    addTo(provincesByKey, former.entry.provinceKey, former.entry.current.provinceCode)
  }
  return { provinceNames, provincesByKey, communesByKey, formerByKey, droppedMappings }
}

function formerEntry(
  mapping: WardMappingRow,
  communesByCode: ReadonlyMap<string, CommuneEntry>,
): { key: string; entry: FormerEntry } | null {
  const { oldWardName, oldDistrictName, oldProvinceName, newWardCode, newWardName } = mapping
  if (!oldWardName || !oldProvinceName || !newWardCode) return null
  // Some tables lost the zeros that commune codes begin with.
  const current = communesByCode.get(newWardCode.padStart(5, '0'))
  if (current === undefined) return null
  if (newWardName && readPlaceName(newWardName).key !== readPlaceName(current.name).key) return null
  const ward = readPlaceName(oldWardName)
  const label = [oldWardName, oldDistrictName, oldProvinceName].filter(Boolean).join(', ')
  const entry = {
    current,
    label: label.normalize('NFC'),
    type: ward.type,
    toned: ward.toned,
    districtKey: oldDistrictName ? readPlaceName(oldDistrictName).key : '',
    provinceKey: readPlaceName(oldProvinceName).key,
  }
  return { key: ward.key, entry }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}
