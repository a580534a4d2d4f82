import type { DayMoves, NamedPlace } from './moves-of-day.ts'

/**
 * What a place is after a day's successions; null where nothing changes. A commune that was divided
 * stays, but goes with its province.
 */
export function placeAfter(place: NamedPlace, moves: DayMoves): NamedPlace | null {
  const byCommune = moves.communes.get(place.communeCode ?? '')
  const byProvince = moves.provinces.get(place.provinceCode ?? '')
  const after = byCommune ?? (byProvince === undefined ? place : { ...place, ...byProvince })
  const same =
    after.communeCode === place.communeCode &&
    after.communeName === place.communeName &&
    after.provinceCode === place.provinceCode &&
    after.provinceName === place.provinceName
  return same ? null : after
}
