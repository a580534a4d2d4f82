import { type SQL, sql } from 'drizzle-orm'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { organisation, site } from '../schema/index.ts'
import { type CountedDecision, countedDecisionsOf } from './counted-decisions.ts'
import { flag, json, maybe, number, type RowOf, text } from './fields.ts'
import {
  decidingOfPlace,
  isMapped,
  isOutlined,
  type MapFilter,
  type OfDay,
} from './mapped-places.ts'
import { pick } from './pick.ts'
import { isAfter } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'

/** A code of a place with all decisions that count. */
export type MappedCode = { readonly code: string; readonly events: readonly CountedDecision[] }

const PLACE = {
  ...pick(site, 'id', 'name', 'kind', 'communeName', 'provinceName', 'areaHa', 'lat', 'lng'),
  holder: organisation.name,
  crops: json<readonly string[]>(sql`(SELECT json_group_array(crop) FROM (SELECT crop
    FROM site_crop WHERE site_id = site.id ORDER BY planted_area_ha DESC, crop_folded LIMIT 5))`),
  codes: json<readonly MappedCode[]>(sql`(SELECT json_group_array(json_object('code', c.code,
    'events', json(${countedDecisionsOf(sql`c.id`)})))
    FROM (SELECT id, code FROM code WHERE site_id = site.id AND withdrawn_at IS NULL
      ORDER BY code LIMIT 20) c)`),
}

const AREA = {
  ...PLACE,
  /** GeoJSON geometry of the boundary that counts. */
  boundary: maybe(
    text(sql`(SELECT b.geojson FROM site_boundary b WHERE b.site_id = site.id
      ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1)`),
  ),
}

/** A coded place with its outline, as far as a map tells of it. */
export type MapAreaRow = RowOf<typeof AREA>

/** A page of places that fit: after the last place of the page before, null at the start. */
export type MapAsked = MapFilter & OfDay & { readonly after: string | null; readonly limit: number }

/** Places that fit, in the order of their ids. */
export function readMapAreas(db: Database, asked: MapAsked): Promise<MapAreaRow[]> {
  const { after, limit } = asked
  return areasOf(
    db,
    sql`SELECT * FROM site s WHERE ${isMapped(asked)} AND s.id > ${after ?? ''}
      ORDER BY s.id LIMIT ${limit}`,
  )
}

/** What a map tells of the places that a statement names, in the order of their ids. */
function areasOf(db: Database, named: SQL): Promise<MapAreaRow[]> {
  const holder = sql`JOIN organisation ON organisation.id = site.organisation_id`
  return rowsOf(db, AREA, sql`(${named}) site ${holder} ORDER BY site.id`)
}

/** A part of the map, in degrees, WGS84. */
export type MapBox = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Places that fit and whose outline, or point where they have none, lies in a part of the map. */
export function readAreasIn(
  db: Database,
  asked: MapFilter &
    OfDay & { readonly box: MapBox; readonly widest: number; readonly limit: number },
): Promise<MapAreaRow[]> {
  const { box, widest, limit } = asked
  const { west, south, east, north } = box
  const seen = sql`SELECT b.site_id AS id FROM site_boundary b
      WHERE b.min_lng BETWEEN ${west - widest} AND ${east} AND b.max_lng >= ${west}
        AND b.min_lat <= ${north} AND b.max_lat >= ${south}
    UNION SELECT p.id FROM site p
      WHERE p.lng BETWEEN ${west} AND ${east} AND p.lat BETWEEN ${south} AND ${north}`
  return areasOf(
    db,
    sql`SELECT s.* FROM (${seen}) seen CROSS JOIN site s ON s.id = seen.id
      WHERE ${isMapped(asked)} ORDER BY s.id LIMIT ${limit}`,
  )
}

const LISTED = {
  ...PLACE,
  outlined: flag(sql`EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = site.id)`),
  nameFolded: site.nameFolded,
}

/** A coded place as a list tells of it. */
export type MappedListRow = RowOf<typeof LISTED>

/** Places that fit, by name. */
export function listMapped(
  db: Database,
  asked: MapFilter &
    OfDay & {
      readonly after: { readonly nameFolded: string; readonly id: string } | null
      readonly limit: number
    },
): Promise<MappedListRow[]> {
  const { after, limit } = asked
  const beyond = isAfter('s', ['nameFolded', 'id'], after)
  return rowsOf(
    db,
    LISTED,
    sql`(SELECT * FROM site s WHERE ${isMapped(asked)} AND ${beyond}
      ORDER BY s.name_folded, s.id LIMIT ${limit}) site
    JOIN organisation ON organisation.id = site.organisation_id
    ORDER BY site.name_folded, site.id`,
  )
}

/** How many places one table adds up and one map has as points, at most. */
export const MAX_MAPPED = 20_000

/** Where a place lies: its point, else the middle of its outline's box. */
const middle = (axis: 'lng' | 'lat') =>
  sql`coalesce(s.${sql.raw(axis)}, (SELECT (b.min_${sql.raw(axis)} + b.max_${sql.raw(axis)}) / 2
    FROM site_boundary b WHERE b.site_id = s.id ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1))`

const POINT = {
  lng: maybe(number(sql`p.lng`)),
  lat: maybe(number(sql`p.lat`)),
  /** What its codes are on the day, by market. */
  statuses: json<readonly (readonly [market: string, status: CodeStatus])[]>(sql`p.statuses`),
}

export type MapPointRow = RowOf<typeof POINT>

/** Places that fit as points, with what their codes are on the day. */
export function readMapPoints(db: Database, asked: MapFilter & OfDay): Promise<MapPointRow[]> {
  return rowsOf(
    db,
    POINT,
    sql`(SELECT ${middle('lng')} AS lng, ${middle('lat')} AS lat,
        (SELECT json_group_array(json_array(e.market, e.status)) ${decidingOfPlace(asked.day)}) AS statuses
      FROM site s WHERE ${isMapped(asked)} LIMIT ${MAX_MAPPED}) p`,
  )
}

const SUM = {
  placeCode: maybe(text(sql`max(t.place_code)`)),
  place: maybe(text(sql`max(t.place)`)),
  sites: number(sql`count(*)`),
  areaHa: number(sql`round(total(t.area_ha), 2)`),
  outlined: number(sql`total(t.outlined)`),
  /** Places that a map can show. */
  placed: number(sql`count(t.lng)`),
  /** Places with a code in force in at least one market. */
  active: number(sql`total(t.active)`),
  /** Places with a code that a decision has stopped in at least one market. */
  stopped: number(sql`total(t.stopped)`),
  /** The middle of the points that are known, WGS84. */
  lat: maybe(number(sql`avg(t.lat)`)),
  lng: maybe(number(sql`avg(t.lng)`)),
  west: maybe(number(sql`min(t.lng)`)),
  south: maybe(number(sql`min(t.lat)`)),
  east: maybe(number(sql`max(t.lng)`)),
  north: maybe(number(sql`max(t.lat)`)),
}

export type PlaceSum = RowOf<typeof SUM>

export type SumsAsked = MapFilter & OfDay & { readonly by: 'commune' | 'province' }

/** Coded places added up by commune or province, the largest area first. */
export function sumByPlace(db: Database, asked: SumsAsked): Promise<PlaceSum[]> {
  const { by, day } = asked
  const decided = (statuses: readonly CodeStatus[]) =>
    sql`EXISTS (SELECT 1 ${decidingOfPlace(day)}
      AND e.status IN (SELECT value FROM json_each(${JSON.stringify(statuses)})))`
  const place = sql.raw(by)
  return rowsOf(
    db,
    SUM,
    sql`(SELECT s.${place}_code AS place_code, s.${place}_name AS place, s.area_ha,
        ${middle('lat')} AS lat, ${middle('lng')} AS lng, ${isOutlined()} AS outlined,
        ${decided(['active'])} AS active, ${decided(['suspended', 'revoked'])} AS stopped
      FROM site s WHERE ${isMapped(asked)} LIMIT ${MAX_MAPPED}) t
    GROUP BY coalesce(t.place_code, t.place)
    ORDER BY total(t.area_ha) DESC, place LIMIT 400`,
  )
}
