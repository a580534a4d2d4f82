import type { Database } from '../../../db/client.ts'
import { readAdministrativePlaces } from '../../../db/queries/administrative-places.ts'
import {
  matchPlace,
  type PlaceMatch,
  type PlaceQuery,
} from '../../domain/sheet/place/match-place.ts'
import { buildPlaceIndex } from '../../domain/sheet/place/place-index.ts'

/** Finds today's commune of a place as written; null where no administrative units are loaded. */
export type PlaceFinder = ((query: PlaceQuery) => PlaceMatch) | null

/** Reads the units once and remembers each answer: a list names few places many times. */
export async function loadPlaces(db: Database): Promise<PlaceFinder> {
  const { units, successions } = await readAdministrativePlaces(db)
  if (units.length === 0) return null
  const index = buildPlaceIndex(units, successions)
  const known = new Map<string, PlaceMatch>()
  return (query) => {
    const key = JSON.stringify([
      query.province,
      query.formerDistrict ?? '',
      query.commune,
      query.onDate ?? '',
    ])
    const before = known.get(key)
    if (before !== undefined) return before
    const match = matchPlace(query, index)
    known.set(key, match)
    return match
  }
}
