import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { SITE_COLUMNS, SITE_TABLES, type SiteRow } from './sites-rows.ts'

/** A place with everything its page shows; lists are JSON arrays of arrays. */
export type SitePageRow = SiteRow & {
  /** crop, variety, plantedAreaHa */
  readonly crops: string
  /** treatment, facilityCode */
  readonly treatments: string
  /** One more than {@link PARCELS_SHOWN} where there are more. */
  readonly parcels: string
  /** id, name, plot, areaHa, treeCount, phone, position */
  readonly households: string
  /** No more than {@link MAX_COUNTED}. */
  readonly householdsListed: number
  /** id, code, withdrawnAt, markets, events */
  readonly codes: string
  /** geojson, areaHa, source, fileName, recordedAt; null without a boundary. */
  readonly boundary: string | null
  /**
   * id, other side's id, name and code, contractNo, fromOn, toOn, endedAt, its holder and place, when
   * this side and the other one agreed
   */
  readonly links: string
  /** id, kind, title, bytes, createdAt */
  readonly documents: string
  /** at, actor's name, actor, action, before, after, reason */
  readonly history: string
}

/** Counting stops here, so that it stays a matter of microseconds. */
export const MAX_COUNTED = 5_000
export const HOUSEHOLDS_A_PAGE = 50
export const PARCELS_SHOWN = 40
const HISTORY_SHOWN = 20

/**
 * One statement for the whole page: round trips cost more than anything in it, and several
 * statements more than one. The server prepares it anew each time, which costs more than running
 * it: so it names its columns, and bounds by LIMIT only lists that their verbs do not bound. Null
 * for a place that does not exist.
 */
export async function readSitePage(
  db: Database,
  input: { readonly id: string; readonly householdsAfter: number },
): Promise<SitePageRow | null> {
  const { id, householdsAfter } = input
  const [row] = await db.all<SitePageRow>(sql`
    SELECT ${SITE_COLUMNS},
      (SELECT json_group_array(json_array(crop, variety, planted_area_ha)) FROM site_crop
        WHERE site_id = s.id) AS crops,
      (SELECT json_group_array(json_array(treatment, facility_code)) FROM site_treatment
        WHERE site_id = s.id) AS treatments,
      (SELECT json_group_array(parcel_id) FROM (SELECT parcel_id FROM site_parcel
        WHERE site_id = s.id LIMIT ${PARCELS_SHOWN + 1})) AS parcels,
      (SELECT json_group_array(json_array(id, name, plot, area_ha, tree_count, phone, position))
        FROM (SELECT id, name, plot, area_ha, tree_count, phone, position FROM site_household
          WHERE site_id = s.id AND position > ${householdsAfter}
          ORDER BY position LIMIT ${HOUSEHOLDS_A_PAGE + 1})) AS households,
      (SELECT count(*) FROM (SELECT 1 FROM site_household
        WHERE site_id = s.id LIMIT ${MAX_COUNTED})) AS householdsListed,
      (SELECT json_group_array(json_array(c.id, c.code, c.withdrawn_at,
          json((SELECT json_group_array(m.market) FROM code_market m WHERE m.code_id = c.id)),
          json((SELECT json_group_array(json_array(e.id, e.market, e.status, e.effective_on,
              e.recorded_at)) FROM counted_decision e WHERE e.code_id = c.id))))
        FROM code c WHERE c.site_id = s.id) AS codes,
      (SELECT json_array(b.geojson, b.area_ha, b.source, b.file_name, b.recorded_at)
        FROM site_boundary b WHERE b.site_id = s.id
        ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1) AS boundary,
      (SELECT json_group_array(json_array(l.id, other.id, other.name,
          (SELECT k.code FROM code k WHERE k.site_id = other.id AND k.withdrawn_at IS NULL LIMIT 1),
          l.contract_no, l.from_on, l.to_on, l.ended_at, other.organisation_id,
          other.province_code, other.commune_code,
          iif(l.growing_area_id = s.id, l.area_confirmed_at, l.house_confirmed_at),
          iif(l.growing_area_id = s.id, l.house_confirmed_at, l.area_confirmed_at)))
        FROM (SELECT * FROM site_link WHERE packing_house_id = s.id OR growing_area_id = s.id
          ORDER BY from_on DESC LIMIT 50) l
        JOIN site other ON other.id = iif(l.growing_area_id = s.id, l.packing_house_id,
          l.growing_area_id)) AS links,
      (SELECT json_group_array(json_array(id, kind, title, bytes, created_at))
        FROM (SELECT id, kind, title, bytes, created_at FROM attachment
          WHERE entity = 'site' AND entity_id = s.id AND withdrawn_at IS NULL
          ORDER BY created_at DESC LIMIT 50)) AS documents,
      (SELECT json_group_array(json_array(a.at, u.name, a.actor, a.action, a.before, a.after,
          a.reason))
        FROM (SELECT at, actor, action, before, after, reason FROM audit_log
          WHERE entity = 'site' AND entity_id = s.id ORDER BY seq DESC LIMIT ${HISTORY_SHOWN}) a
        LEFT JOIN user u ON u.id = substr(a.actor, 6) AND a.actor LIKE 'user:%') AS history
    FROM ${SITE_TABLES} WHERE s.id = ${id} LIMIT 1`)
  return row ?? null
}
