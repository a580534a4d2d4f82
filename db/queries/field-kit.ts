import { sql } from 'drizzle-orm'
import type { EntryValues } from '../../worker/domain/diary/entry-body.ts'
import type { Database } from '../client.ts'
import { site, siteHousehold, siteKind } from '../schema/index.ts'
import { among } from './among.ts'
import { json, maybe, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const SITE = {
  ...pick(site, 'id', 'organisationId', 'name', 'kind', 'areaHa'),
  ...pick(site, 'communeName', 'provinceName', 'provinceCode'),
  ...pick(siteKind, 'nameVi', 'nameEn', 'nameZh'),
  code: maybe(
    text(
      sql`(SELECT c.code FROM code c WHERE c.site_id = ${site.id} ORDER BY c.created_at LIMIT 1)`,
    ),
  ),
  crops: json<readonly string[]>(sql`(SELECT json_group_array(x.crop) FROM (
    SELECT crop FROM site_crop WHERE site_id = ${site.id}
    ORDER BY planted_area_ha DESC, crop_folded LIMIT 20) x)`),
}

const HOUSEHOLD = pick(siteHousehold, 'id', 'siteId', 'name', 'plot', 'areaHa')

const LAST = {
  siteId: text(sql`diary_event.site_id`),
  kind: text(sql`diary_event.kind`),
  occurredOn: text(sql`diary_event.occurred_on`),
  entered: json<EntryValues>(sql`diary_event.entered`),
  households: json<readonly string[]>(sql`(SELECT json_group_array(h.household_id)
    FROM diary_household h WHERE h.diary_event_id = diary_event.id)`),
}

export type KitSiteRow = RowOf<typeof SITE>
export type KitHouseholdRow = RowOf<typeof HOUSEHOLD>
export type KitLastRow = RowOf<typeof LAST>

/** More places or households than a telephone shows in a list. */
export const MOST_SITES = 200
export const MOST_HOUSEHOLDS = 3_000

/** What a device keeps of an organisation's places: one round trip; each part one more than its bound at most. */
export async function readFieldKitRows(
  db: Database,
  { organisationId, kinds }: { readonly organisationId: string; readonly kinds: readonly string[] },
) {
  const own = sql`(SELECT s.id FROM site s WHERE s.organisation_id = ${organisationId}
    AND s.withdrawn_at IS NULL ORDER BY s.name_folded, s.id LIMIT ${MOST_SITES})`
  const [sites, households, last] = await db.batch([
    rowsOf(
      db,
      SITE,
      sql`site JOIN site_kind ON site_kind.id = site.kind
        WHERE site.organisation_id = ${organisationId} AND site.withdrawn_at IS NULL
        ORDER BY site.name_folded, site.id LIMIT ${MOST_SITES + 1}`,
    ),
    rowsOf(
      db,
      HOUSEHOLD,
      sql`site_household WHERE site_household.site_id IN ${own}
        ORDER BY site_household.site_id, site_household.position LIMIT ${MOST_HOUSEHOLDS + 1}`,
    ),
    // The newest of each kind and place: one step into the index for each.
    rowsOf(
      db,
      LAST,
      sql`${own} place CROSS JOIN ${among(kinds)} work JOIN diary_event ON diary_event.id = (
        SELECT e.id FROM diary_event e
        WHERE e.site_id = place.id AND e.kind = work.value AND e.entered IS NOT NULL
          AND e.retracts = 0 AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = e.id)
        ORDER BY e.occurred_on DESC, e.rowid DESC LIMIT 1)
        ORDER BY diary_event.occurred_on DESC LIMIT 2000`,
    ),
  ])
  return { sites, households, last }
}
