import { MERGER_ON } from '../../codes/province-code-table.ts'
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

/**
 * Where a former commune belongs now, or (a two-digit `newWardCode`) a former province. Published
 * tables leave fields empty.
 */
export interface WardMappingRow {
  readonly oldWardName: string | null
  readonly oldDistrictName: string | null
  readonly oldProvinceName: string | null
  readonly newWardCode: string | null
  /** Settles wrong codes: where both are known, code and name must agree. */
  readonly newWardName?: string | null
  /** With the name, finds the commune where the code is wrong. */
  readonly newProvinceName?: string | null
  /** The day it came about. After the merger of 2025 an operator typed it from its decree. */
  readonly effectiveOn?: string
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
  /** A commune may have gone to another province than the rest of its own. */
  readonly byDecree: boolean
}

export interface PlaceIndex {
  readonly provinceNames: ReadonlyMap<string, string>
  /** Present province codes by folded name, old names included. */
  readonly provincesByKey: ReadonlyMap<string, ReadonlySet<string>>
  readonly communesByKey: ReadonlyMap<string, readonly CommuneEntry[]>
  readonly formerByKey: ReadonlyMap<string, readonly FormerEntry[]>
  /** Mappings that could not be used: empty, or leading to no commune of the right province. */
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
  addFormerProvinces(mappings, { provinceNames, provincesByKey })
  const communes = { communesByCode, communesByKey, provincesByKey }
  const former = mappings.flatMap(
    (mapping) => formerEntry(mapping, targetOf(mapping, communes)) ?? [],
  )
  const votes = successorVotes(former)
  const formerByKey = new Map<string, FormerEntry[]>()
  let usedMappings = 0
  for (const { key, entry } of former) {
    const { provinceKey, current, byDecree } = entry
    const successor = [...(provincesByKey.get(provinceKey) ?? [])][0] ?? votes.get(provinceKey)
    // Provinces merged whole (Resolution 202/2025/QH15), so a commune elsewhere has a wrong code.
    if (successor !== current.provinceCode && !byDecree) continue
    if (successor === current.provinceCode) addTo(provincesByKey, provinceKey, successor)
    push(formerByKey, key, entry)
    usedMappings += 1
  }
  const droppedMappings = mappings.length - usedMappings
  return { provinceNames, provincesByKey, communesByKey, formerByKey, droppedMappings }
}

/** A former name leads to its province, unless a province of today is called so. */
function addFormerProvinces(
  mappings: readonly WardMappingRow[],
  {
    provinceNames,
    provincesByKey,
  }: Pick<PlaceIndex, 'provinceNames'> & {
    readonly provincesByKey: Map<string, Set<string>>
  },
): void {
  const today = new Set(provincesByKey.keys())
  for (const { oldWardName, newWardCode } of mappings) {
    if (oldWardName === null || newWardCode === null || !provinceNames.has(newWardCode)) continue
    const { key } = readPlaceName(oldWardName)
    if (!today.has(key)) addTo(provincesByKey, key, newWardCode)
  }
}

/** The present province most communes of each former province belong to. */
function successorVotes(
  former: readonly { readonly entry: FormerEntry }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { entry } of former) {
    const count = counts.get(entry.provinceKey) ?? new Map<string, number>()
    count.set(entry.current.provinceCode, (count.get(entry.current.provinceCode) ?? 0) + 1)
    counts.set(entry.provinceKey, count)
  }
  return new Map(
    [...counts].map(([key, count]) => {
      const [winner] = [...count].sort(([, a], [, b]) => b - a)
      return [key, winner?.[0] ?? '']
    }),
  )
}

interface Communes {
  readonly communesByCode: ReadonlyMap<string, CommuneEntry>
  readonly communesByKey: ReadonlyMap<string, readonly CommuneEntry[]>
  readonly provincesByKey: ReadonlyMap<string, ReadonlySet<string>>
}

/** By code where the name agrees, else by name within the province named; null when neither tells. */
function targetOf(mapping: WardMappingRow, communes: Communes): CommuneEntry | null {
  const { newWardCode, newWardName, newProvinceName } = mapping
  if (!newWardCode) return null
  // Some tables lost the zeros that commune codes begin with.
  const byCode = communes.communesByCode.get(newWardCode.padStart(5, '0')) ?? null
  if (!newWardName) return byCode
  const { key, toned } = readPlaceName(newWardName)
  if (byCode?.toned === toned) return byCode
  const provinces = newProvinceName
    ? communes.provincesByKey.get(readPlaceName(newProvinceName).key)
    : undefined
  const named = (communes.communesByKey.get(key) ?? []).filter(
    (entry) => entry.toned === toned && provinces?.has(entry.provinceCode),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

function formerEntry(
  mapping: WardMappingRow,
  current: CommuneEntry | null,
): { key: string; entry: FormerEntry } | null {
  const { oldWardName, oldDistrictName, oldProvinceName } = mapping
  if (!oldWardName || !oldProvinceName || current === null) return null
  const ward = readPlaceName(oldWardName)
  const label = [oldWardName, oldDistrictName, oldProvinceName].filter(Boolean).join(', ')
  const entry = {
    current,
    label: label.normalize('NFC'),
    type: ward.type,
    toned: ward.toned,
    districtKey: oldDistrictName ? readPlaceName(oldDistrictName).key : '',
    provinceKey: readPlaceName(oldProvinceName).key,
    byDecree: (mapping.effectiveOn ?? '') > MERGER_ON,
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
