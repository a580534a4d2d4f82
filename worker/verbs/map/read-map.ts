import {
  listCommunesOf,
  listProvinces,
  type PlaceChoice,
} from '../../../db/queries/accounts-places.ts'
import type { MapFilter, OfDay } from '../../../db/queries/mapped-places.ts'
import {
  type MapBox,
  type PlaceSum,
  readAreasIn,
  readMapPoints,
  sumByPlace,
} from '../../../db/queries/site-map.ts'
import { bestByMarket, drawnStatus } from '../../domain/sites/drawn-status.ts'
import { type GeoBox, type MapPage, mapFeature } from '../../domain/sites/map-feature.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { BOUNDARY_LIMITS } from '../../lib/geo/limits.ts'
import type { VerbContext } from '../context.ts'
import { type MapQuestion, mapFilter } from './map-filter.ts'

/** Corners of a ring that a screen can tell apart. */
const CORNERS = 40
/** Outlines of one part of the map; where there are more, they are too small to be told apart. */
const MOST_AREAS = 1_000

/** Gives what a read gave before, where nothing has changed since. */
export type Keep = <T>(key: string, read: () => Promise<T>) => Promise<T>

const readAnew: Keep = (_, read) => read()

/** Coded places of a part of the map that the actor may see, with thinned outlines and today's statuses. */
export async function readMapAreas(
  ctx: VerbContext,
  { asked, box }: { readonly asked: MapQuestion; readonly box: MapBox },
): Promise<MapPage> {
  const filter = mapFilter(ctx, asked)
  const rows = await readAreasIn(ctx.db, {
    ...{ ...filter, box, limit: MOST_AREAS + 1 },
    widest: BOUNDARY_LIMITS.maxExtent,
  })
  const { day } = filter
  const features = rows.slice(0, MOST_AREAS).map((row) => {
    const feature = mapFeature(row, { day, corners: CORNERS })
    return { ...feature, drawn: drawnStatus(feature.properties.markets, filter) }
  })
  return { type: 'FeatureCollection', features, more: rows.length > MOST_AREAS }
}

/** A place as a point of the whole map: what it is drawn in is all it says. */
type PointFeature = {
  readonly type: 'Feature'
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  readonly properties: { readonly status: CodeStatus }
}

/** All coded places as points in the status they are drawn in: a GeoJSON text (RFC 7946). */
export function readMapAsPoints(
  ctx: VerbContext,
  { asked, keep = readAnew }: { readonly asked: MapQuestion; readonly keep?: Keep },
): Promise<string> {
  const filter = mapFilter(ctx, asked)
  return keep(`points ${JSON.stringify(filter)}`, async () => {
    const rows = await readMapPoints(ctx.db, filter)
    const features = rows.flatMap(({ lng, lat, statuses }): PointFeature[] => {
      if (lng === null || lat === null) return []
      const coordinates = [rounded(lng), rounded(lat)] as const
      const status = drawnStatus(bestByMarket(statuses), filter)
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { status } }]
    })
    return JSON.stringify({ type: 'FeatureCollection', features })
  })
}

/** A ten-thousandth of a degree, some 11 m: less than a dot covers. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4
}

export type MapSums = {
  readonly rows: readonly PlaceSum[]
  /** What a row is: a commune of one province, or a province of the country. */
  readonly by: 'commune' | 'province'
  readonly sites: number
  /** Of them those that the map can show. */
  readonly placed: number
  /** Around all that it shows; null where it shows nothing. */
  readonly box: GeoBox | null
}

/** The same as a table: coded places by commune, or by province for whoever asks for the country. */
export async function readMapSums(
  ctx: VerbContext,
  { asked, keep = readAnew }: { readonly asked: MapQuestion; readonly keep?: Keep },
): Promise<MapSums> {
  const filter = mapFilter(ctx, asked)
  const by = provinceOf(filter) === null && filter.bounds === null ? 'province' : 'commune'
  const rows = await keep(`sums ${by} ${JSON.stringify(filter)}`, () =>
    sumByPlace(ctx.db, { ...filter, by }),
  )
  const total = (of: (row: PlaceSum) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  return {
    ...{ rows, by, box: boxOf(rows) },
    sites: total(({ sites }) => sites),
    placed: total(({ placed }) => placed),
  }
}

function boxOf(rows: readonly PlaceSum[]): GeoBox | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const row of rows) {
    west = Math.min(west, row.west ?? west)
    south = Math.min(south, row.south ?? south)
    east = Math.max(east, row.east ?? east)
    north = Math.max(north, row.north ?? north)
  }
  return west > east ? null : [west, south, east, north]
}

/** The one province that is asked for; null for several. */
function provinceOf({ bounds, provinceCode }: MapFilter): string | null {
  return bounds?.kind === 'place' ? bounds.provinceCode : provinceCode
}

export type MapChoices = {
  /** Empty for whoever answers for one province alone. */
  readonly provinces: readonly PlaceChoice[]
  /** Empty where no province is settled, or one commune is. */
  readonly communes: readonly PlaceChoice[]
}

/** The places a map can be narrowed to. */
export async function mapChoices(ctx: VerbContext, asked: MapQuestion): Promise<MapChoices> {
  const filter: MapFilter & OfDay = mapFilter(ctx, asked)
  const { bounds } = filter
  const province = provinceOf(filter)
  const isCommune = bounds?.kind === 'organisation' || (bounds?.communeCode ?? null) !== null
  const [provinces, communes] = await Promise.all([
    bounds === null ? listProvinces(ctx.db) : [],
    province === null || isCommune ? [] : listCommunesOf(ctx.db, province),
  ])
  return { provinces, communes }
}
