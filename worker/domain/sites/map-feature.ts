import {
  type Boundary,
  type Box,
  boxOf,
  ofStoredGeoJson,
  toGeoJson,
} from '../../lib/geo/boundary.ts'
import { rightHanded } from '../../lib/geo/right-hand.ts'
import { thinRing } from '../../lib/geo/thin-ring.ts'
import { statusOn } from '../standing/status-on.ts'
import type { CodeStatus, DecidingEvent } from '../standing/types.ts'
import { bestByMarket } from './drawn-status.ts'

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

/** West, south, east, north, as RFC 7946 5 orders them; Vietnam is far from the antimeridian. */
export type GeoBox = readonly [west: number, south: number, east: number, north: number]

/**
 * A place of the map as GeoJSON (RFC 7946); positions in degrees, WGS84, longitude first, outer rings
 * anticlockwise.
 */
export type MapFeature = {
  readonly type: 'Feature'
  readonly id: string
  /** Absent without a geometry. */
  readonly bbox?: GeoBox
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

/** A place with the status it is drawn in. */
export type DrawnFeature = MapFeature & { readonly drawn: CodeStatus }

/** Places of a part of the map. */
export type MapPage = {
  readonly type: 'FeatureCollection'
  readonly features: readonly DrawnFeature[]
  /** True where there are more than are told. */
  readonly more: boolean
}

/**
 * A place as it is drawn on a day. `corners` bounds the corners of each ring, to some metre; null keeps
 * them all as they were handed in.
 * A place without an outline is its point, and without a point has no geometry: it still counts.
 */
export function mapFeature(
  place: MappedPlace,
  { day, corners }: { readonly day: string; readonly corners: number | null },
): MapFeature {
  const { name, kind, holder, areaHa, crops } = place
  const { geometry, box } = geometryOf(place, corners)
  return {
    type: 'Feature',
    id: place.id,
    ...(box === null ? {} : { bbox: [box.minLng, box.minLat, box.maxLng, box.maxLat] }),
    geometry,
    properties: {
      ...{ name, kind, holder, areaHa, crops },
      commune: place.communeName,
      province: place.provinceName,
      codes: place.codes.map(({ code }) => code),
      markets: marketsOn(place.codes, day),
    },
  }
}

type Drawn = { readonly geometry: MapFeature['geometry']; readonly box: Box | null }

function geometryOf(place: MappedPlace, corners: number | null): Drawn {
  const { boundary, lat, lng } = place
  if (boundary !== null) {
    const whole = rightHanded(ofStoredGeoJson(boundary))
    const drawn = corners === null ? whole : thinned(whole, corners)
    return { geometry: toGeoJson(drawn), box: boxOf(drawn.parts) }
  }
  if (lat === null || lng === null) return { geometry: null, box: null }
  return {
    geometry: { type: 'Point', coordinates: [lng, lat] },
    box: { minLng: lng, minLat: lat, maxLng: lng, maxLat: lat },
  }
}

function thinned({ parts }: Boundary, corners: number): Boundary {
  return {
    parts: parts.map((part) =>
      part.map((ring) =>
        thinRing(ring, corners).map(([lng, lat]) => [toMetre(lng), toMetre(lat)] as const),
      ),
    ),
  }
}

/** A hundred-thousandth of a degree, some 1.1 m. */
function toMetre(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

/** What the codes of a place are on a day, by market. */
export function marketsOn(codes: MappedPlace['codes'], day: string): Record<string, CodeStatus> {
  return bestByMarket(
    codes.flatMap(({ events: counted }) => {
      const events = counted.map((event) => ({ ...event, amends: null }))
      const markets = new Set(events.map(({ market }) => market))
      return [...markets].map((market) => [market, statusOn(events, market, day)] as const)
    }),
  )
}
