import { sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { organisation, site } from '../schema/index.ts'
import { type CountedDecision, countedDecisionsOf } from './counted-decisions.ts'
import { decidesOn } from './deciding-decision.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

/** A code of a place with all decisions that count. */
export type MappedCode = {
  readonly code: string
  readonly events: readonly CountedDecision[]
}

const AREA = {
  ...pick(site, 'id', 'name', 'kind', 'communeName', 'provinceName', 'areaHa', 'lat', 'lng'),
  holder: organisation.name,
  crops: json<readonly string[]>(sql`(SELECT json_group_array(crop) FROM (SELECT crop
    FROM site_crop WHERE site_id = site.id ORDER BY planted_area_ha DESC, crop_folded LIMIT 5))`),
  codes: json<readonly MappedCode[]>(sql`(SELECT json_group_array(json_object('code', c.code,
    'events', json(${countedDecisionsOf(sql`c.id`)})))
    FROM (SELECT id, code FROM code WHERE site_id = site.id AND withdrawn_at IS NULL
      ORDER BY code LIMIT 20) c)`),
  /** GeoJSON geometry of the boundary that counts. */
  boundary: maybe(
    text(sql`(SELECT b.geojson FROM site_boundary b WHERE b.site_id = site.id
      ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1)`),
  ),
}

/** A coded place with its outline, as far as a map tells of it. */
export type MapAreaRow = RowOf<typeof AREA>

export type MapAsked = {
  readonly bounds: Bounds
  /** The id of the last place of the page before; null at the start. */
  readonly after: string | null
  readonly limit: number
}

/** Places within bounds that carry a code, in the order of their ids. */
export function readMapAreas(db: Database, asked: MapAsked): Promise<MapAreaRow[]> {
  const { bounds, after, limit } = asked
  return rowsOf(
    db,
    AREA,
    sql`(SELECT * FROM site s WHERE ${withinBounds(bounds, 's')} AND s.withdrawn_at IS NULL
        AND s.id > ${after ?? ''}
        AND EXISTS (SELECT 1 FROM code c WHERE c.site_id = s.id AND c.withdrawn_at IS NULL)
      ORDER BY s.id LIMIT ${limit}) site
    JOIN organisation ON organisation.id = site.organisation_id ORDER BY site.id`,
  )
}

/** How many places one table adds up, at most. */
export const MAX_MAPPED = 20_000

const SUM = {
  placeCode: maybe(text(sql`max(t.place_code)`)),
  place: maybe(text(sql`max(t.place)`)),
  sites: number(sql`count(*)`),
  areaHa: number(sql`round(total(t.area_ha), 2)`),
  outlined: number(sql`total(t.outlined)`),
  /** Places with a code in force in at least one market. */
  active: number(sql`total(t.active)`),
  /** Places with a code that a decision has stopped in at least one market. */
  stopped: number(sql`total(t.stopped)`),
  /** The middle of the points that are known, WGS84. */
  lat: maybe(number(sql`avg(t.lat)`)),
  lng: maybe(number(sql`avg(t.lng)`)),
}

export type PlaceSum = RowOf<typeof SUM>

export type SumsAsked = {
  readonly bounds: Bounds
  readonly by: 'commune' | 'province'
  /** The day whose statuses are told. */
  readonly day: string
  /** Only places where this is planted; null for any. */
  readonly cropFolded: string | null
}

/** Coded places added up by commune or province, the largest area first. */
export function sumByPlace(db: Database, asked: SumsAsked): Promise<PlaceSum[]> {
  const { bounds, by, day, cropFolded } = asked
  const decided = (statuses: readonly string[]) => sql`EXISTS (SELECT 1 FROM code c
    JOIN counted_decision e ON e.code_id = c.id WHERE c.site_id = s.id
      AND c.withdrawn_at IS NULL AND e.effective_on <= ${day}
      AND e.status IN (SELECT value FROM json_each(${JSON.stringify(statuses)}))
      AND ${decidesOn(sql`e`, sql`${day}`)})`
  const place = sql.raw(by)
  const planted =
    cropFolded === null
      ? sql`true`
      : sql`EXISTS (SELECT 1 FROM site_crop x WHERE x.site_id = s.id AND x.crop_folded = ${cropFolded})`
  return rowsOf(
    db,
    SUM,
    sql`(SELECT s.${place}_code AS place_code, s.${place}_name AS place, s.area_ha, s.lat, s.lng,
        EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = s.id) AS outlined,
        ${decided(['active'])} AS active, ${decided(['suspended', 'revoked'])} AS stopped
      FROM site s WHERE ${withinBounds(bounds, 's')} AND s.withdrawn_at IS NULL AND ${planted}
        AND EXISTS (SELECT 1 FROM code c WHERE c.site_id = s.id AND c.withdrawn_at IS NULL)
      LIMIT ${MAX_MAPPED}) t
    GROUP BY coalesce(t.place_code, t.place)
    ORDER BY total(t.area_ha) DESC, place LIMIT 400`,
  )
}
