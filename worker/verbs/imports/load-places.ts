import type { Database } from '../../../db/client.ts'
import { readAdministrativePlaces } from '../../../db/queries/administrative-places.ts'
import {
  matchPlace,
  type PlaceMatch,
  type PlaceQuery,
} from '../../domain/lists/place/match-place.ts'
import { buildPlaceIndex, type PlaceIndex } from '../../domain/lists/place/place-index.ts'

/** Finds today's commune of a place as written; null where no administrative units are loaded. */
export type PlaceFinder = ((query: PlaceQuery) => PlaceMatch) | null

/** Indexes by the client they were read with: units change by decree, not while a command runs. */
const indexes = new WeakMap<Database, PlaceIndex>()

/** To be called by what changes the units. */
export function forgetPlaces(db: Database): void {
  indexes.delete(db)
}

/** Reads the units once and remembers each answer: a list names few places many times. */
export async function loadPlaces(db: Database): Promise<PlaceFinder> {
  const index = indexes.get(db) ?? (await readIndex(db))
  if (index === null) return null
  indexes.set(db, index)
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

async function readIndex(db: Database): Promise<PlaceIndex | null> {
  const { units, successions } = await readAdministrativePlaces(db)
  return units.length === 0 ? null : buildPlaceIndex(units, successions)
}
