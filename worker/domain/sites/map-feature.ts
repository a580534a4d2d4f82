import { type Boundary, ofStoredGeoJson, toGeoJson } from '../../lib/geo/boundary.ts'
import { thinRing } from '../../lib/geo/thin-ring.ts'
import { statusOn } from '../standing/status-on.ts'
import type { CodeStatus, DecidingEvent } from '../standing/types.ts'

/** A decision that counts: nothing amends it. */
type Counted = Omit<DecidingEvent, 'amends'>

/** A coded place with its outline and the decisions on its codes. */
export type MappedPlace = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly holder: string
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly areaHa: number | null
  readonly lat: number | null
  readonly lng: number | null
  readonly crops: readonly string[]
  readonly codes: readonly { readonly code: string; readonly events: readonly Counted[] }[]
  /** GeoJSON geometry as stored; null where nobody has handed one in. */
  readonly boundary: string | null
}

/** A place of the map as GeoJSON (RFC 7946); positions in degrees, WGS84, longitude first. */
export type MapFeature = {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: ReturnType<typeof toGeoJson> | { type: 'Point'; coordinates: number[] } | null
  readonly properties: {
    readonly name: string
    readonly kind: string
    readonly holder: string
    readonly commune: string | null
    readonly province: string | null
    readonly areaHa: number | null
    readonly crops: readonly string[]
    readonly codes: readonly string[]
    /** The status of the day by market, of several codes the best. */
    readonly markets: Readonly<Record<string, CodeStatus>>
  }
}

export type MapPage = {
  readonly features: readonly MapFeature[]
  /** Where the map goes on; null at its end. */
  readonly next: string | null
}

/** Of two codes of one place for one market, the better one is the one that is used. */
const BEST_FIRST: readonly CodeStatus[] = [
  ...(['active', 'pending_foreign_approval', 'suspended', 'expired'] as const),
  ...(['cancelled', 'revoked', 'none'] as const),
]

/**
 * A place as it is drawn on a day. `corners` bounds the corners of each ring; null keeps them all.
 * A place without an outline is its point, and without a point has no geometry: it still counts.
 */
export function mapFeature(
  place: MappedPlace,
  { day, corners }: { readonly day: string; readonly corners: number | null },
): MapFeature {
  const { name, kind, holder, areaHa, crops } = place
  return {
    type: 'Feature',
    id: place.id,
    geometry: geometryOf(place, corners),
    properties: {
      ...{ name, kind, holder, areaHa, crops },
      commune: place.communeName,
      province: place.provinceName,
      codes: place.codes.map(({ code }) => code),
      markets: statusByMarket(place.codes, day),
    },
  }
}

function geometryOf(place: MappedPlace, corners: number | null): MapFeature['geometry'] {
  const { boundary, lat, lng } = place
  if (boundary !== null) {
    const whole = ofStoredGeoJson(boundary)
    return toGeoJson(corners === null ? whole : thinned(whole, corners))
  }
  return lat === null || lng === null ? null : { type: 'Point', coordinates: [lng, lat] }
}

function thinned({ parts }: Boundary, corners: number): Boundary {
  return { parts: parts.map((part) => part.map((ring) => thinRing(ring, corners))) }
}

function statusByMarket(codes: MappedPlace['codes'], day: string): Record<string, CodeStatus> {
  const found: Record<string, CodeStatus> = {}
  for (const { events: counted } of codes) {
    const events = counted.map((event) => ({ ...event, amends: null }))
    for (const market of new Set(events.map((event) => event.market))) {
      const status = statusOn(events, market, day)
      const known = found[market]
      if (known === undefined || BEST_FIRST.indexOf(status) < BEST_FIRST.indexOf(known)) {
        found[market] = status
      }
    }
  }
  return found
}
