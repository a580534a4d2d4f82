import { MERGER_ON } from '../../codes/province-code-table.ts'
import type { CommuneEntry, FormerEntry, PlaceIndex } from './place-index.ts'
import { type PlaceName, placeNameReadings } from './place-name.ts'

export interface PlaceQuery {
  readonly province: string
  readonly formerDistrict?: string | null
  readonly commune: string
  /** ISO date on which the text was written; decides between an old and a present name. */
  readonly onDate?: string | null
}

export type PlaceMatch =
  | {
      readonly ok: true
      readonly communeCode: string
      readonly communeName: string
      readonly provinceCode: string
      readonly provinceName: string
      /** `former` when the text names a commune of before the merger. */
      readonly via: 'current' | 'former'
      /** For `former`: the old commune recognised. */
      readonly formerName: string | null
    }
  | {
      readonly ok: false
      readonly code: 'province_unknown' | 'not_found' | 'ambiguous'
      readonly candidates: readonly string[]
      readonly message: string
    }

interface Candidate {
  readonly commune: CommuneEntry
  readonly former: FormerEntry | null
}

/**
 * Finds the present commune a text names, by its present or its old name, with or without `xã`,
 * `phường`, `thị trấn`, `đặc khu`, whatever the tones. Tones, then the sort of place, then the day of
 * writing decide between several; what they leave open is reported with its candidates.
 */
export function matchPlace(query: PlaceQuery, index: PlaceIndex): PlaceMatch {
  const province = placeNameReadings(query.province).find((each) =>
    index.provincesByKey.has(each.key),
  )
  const provinceCodes = index.provincesByKey.get(province?.key ?? '')
  if (province === undefined || provinceCodes === undefined) {
    const message = `Không tìm thấy tỉnh, thành phố “${query.province}”.`
    return { ok: false, code: 'province_unknown', candidates: [], message }
  }
  for (const commune of placeNameReadings(query.commune)) {
    const present = (index.communesByKey.get(commune.key) ?? [])
      .filter((entry) => provinceCodes.has(entry.provinceCode))
      .map((entry): Candidate => ({ commune: entry, former: null }))
    const former = formerCandidates(query, { commune, province, provinceCodes }, index)
    const candidates = narrow(choosePeriod(query, present, former), commune, province)
    const [first] = candidates
    if (first === undefined) continue
    const targets = new Set(candidates.map((candidate) => candidate.commune.code))
    return targets.size === 1 ? found(first, index) : ambiguous(query, candidates, index)
  }
  return notFound(query)
}

function formerCandidates(
  query: PlaceQuery,
  named: { commune: PlaceName; province: PlaceName; provinceCodes: ReadonlySet<string> },
  index: PlaceIndex,
): readonly Candidate[] {
  const { commune, province, provinceCodes } = named
  const all = (index.formerByKey.get(commune.key) ?? []).filter(
    (entry) =>
      provinceCodes.has(entry.current.provinceCode) ||
      (entry.byDecree && entry.provinceKey === province.key),
  )
  const districts = query.formerDistrict ? placeNameReadings(query.formerDistrict) : []
  return all
    .filter(
      (each) => districts.length === 0 || districts.some(({ key }) => key === each.districtKey),
    )
    .map((entry) => ({ commune: entry.current, former: entry }))
}

/** An old district or an earlier day speaks for the old name, a later day for the present one. */
function choosePeriod(
  query: PlaceQuery,
  present: readonly Candidate[],
  former: readonly Candidate[],
): readonly Candidate[] {
  if (present.length === 0 || former.length === 0) return present.length === 0 ? former : present
  if (query.onDate) return query.onDate < MERGER_ON || query.formerDistrict ? former : present
  return query.formerDistrict ? former : [...present, ...former]
}

function narrow(
  candidates: readonly Candidate[],
  commune: PlaceName,
  province: PlaceName,
): readonly Candidate[] {
  const rules: readonly ((candidate: Candidate) => boolean)[] = [
    ({ former }) => former === null || former.provinceKey === province.key,
    ({ commune: entry, former }) => (former ?? entry).toned === commune.toned,
    ({ commune: entry, former }) =>
      commune.type === null || (former ?? entry).type === commune.type,
  ]
  return rules.reduce<readonly Candidate[]>((left, rule) => {
    const kept = left.filter(rule)
    return kept.length > 0 ? kept : left
  }, candidates)
}

function found(candidate: Candidate, index: PlaceIndex): PlaceMatch {
  const { commune, former } = candidate
  return {
    ok: true,
    communeCode: commune.code,
    communeName: commune.name,
    provinceCode: commune.provinceCode,
    provinceName: index.provinceNames.get(commune.provinceCode) ?? '',
    via: former === null ? 'current' : 'former',
    formerName: former?.label ?? null,
  }
}

function notFound(query: PlaceQuery): PlaceMatch {
  const district = query.formerDistrict ? `, ${query.formerDistrict}` : ''
  const message = `Không tìm thấy “${query.commune}${district}” ở ${query.province}.`
  return { ok: false, code: 'not_found', candidates: [], message }
}

function ambiguous(query: PlaceQuery, all: readonly Candidate[], index: PlaceIndex): PlaceMatch {
  const labels = all.map(({ commune, former }) => {
    const now = `${commune.name}, ${index.provinceNames.get(commune.provinceCode) ?? ''}`
    return former === null ? now : `${former.label} (nay là ${now})`
  })
  const candidates = [...new Set(labels)]
  const message = `“${query.commune}” có thể là: ${candidates.join('; ')}. Hãy ghi rõ hơn.`
  return { ok: false, code: 'ambiguous', candidates, message }
}
