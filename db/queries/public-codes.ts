import { eq, sql } from 'drizzle-orm'
import { PUBLISHED_FACTS } from '../../worker/domain/sites/site-facts.ts'
import type { DecidingEvent, StatusEvent } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import {
  code,
  type codeMarket,
  organisation,
  site,
  type siteCrop,
  siteKind,
} from '../schema/index.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { statusEventJson } from './status-event-json.ts'

/** Codes that one typed text may stand for; more than these are not told apart. */
const MAX_CANDIDATES = 20
/** Decisions that the page of a code tells, the latest ones; its status rests on all of them. */
const MAX_EVENTS_TOLD = 5_000

type Crop = Pick<typeof siteCrop.$inferSelect, 'crop' | 'variety' | 'plantedAreaHa'>
type Term = Pick<typeof codeMarket.$inferSelect, 'market' | 'validTo'>

/**
 * One code with all that may be public of it. A code is re-issued for the same place, so its
 * successors are found among the codes of its site.
 */
const PUBLIC_CODE = {
  ...pick(code, 'code', 'searchKey', 'scheme', 'legacyCode'),
  kind: site.kind,
  kindName: siteKind.nameVi,
  siteName: site.name,
  ...pick(site, 'communeName', 'provinceName', ...PUBLISHED_FACTS),
  /** A point of the place to two decimals, about a kilometre. */
  lat: maybe(number(sql`round(${site.lat}, 2)`)),
  lng: maybe(number(sql`round(${site.lng}, 2)`)),
  /** When the code was taken back as entered by mistake. */
  withdrawnAt: code.withdrawnAt,
  orgName: organisation.name,
  orgKind: organisation.kind,
  nameConsentOn: organisation.nameConsentOn,
  supersedes: maybe(
    text(sql`(SELECT older.code FROM code older WHERE older.id = ${code.supersedesId})`),
  ),
  supersededBy: json<readonly string[]>(sql`(SELECT json_group_array(n.code) FROM code n
    WHERE n.site_id = ${code.siteId} AND n.supersedes_id = ${code.id})`),
  crops: json<readonly Crop[]>(sql`(SELECT json_group_array(json_object(
      'crop', x.crop, 'variety', x.variety, 'plantedAreaHa', x.planted_area_ha))
    FROM site_crop x WHERE x.site_id = ${code.siteId})`),
  markets: json<readonly Term[]>(sql`(SELECT json_group_array(json_object(
      'market', m.market, 'validTo', m.valid_to))
    FROM code_market m WHERE m.code_id = ${code.id})`),
  events: json<readonly StatusEvent[]>(sql`(SELECT json_group_array(${statusEventJson('told')})
    FROM (SELECT * FROM code_status_event h WHERE h.code_id = ${code.id}
      ORDER BY h.effective_on DESC, h.recorded_at DESC LIMIT ${MAX_EVENTS_TOLD}) told)`),
  /** The decisions that count. */
  decisions: json<readonly DecidingEvent[]>(sql`(SELECT json_group_array(json_object(
      'id', e.id, 'market', e.market, 'status', e.status, 'effectiveOn', e.effective_on,
      'recordedAt', e.recorded_at, 'amends', NULL))
    FROM counted_decision e WHERE e.code_id = ${code.id})`),
}

export type PublicCodeRow = RowOf<typeof PUBLIC_CODE>

/**
 * The codes a typed text may mean, in one round trip: the one spelled exactly so, those of the same
 * search key, and those that replaced an older code spelled so.
 */
export function findPublicCodes(
  db: Database,
  input: { readonly code: string; readonly searchKey: string },
) {
  return db
    .select(PUBLIC_CODE)
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .where(sql`${code.id} IN (
      SELECT id FROM code WHERE code = ${input.code}
      UNION SELECT id FROM code WHERE search_key = ${input.searchKey}
      UNION SELECT id FROM code WHERE legacy_code = ${input.code})`)
    .orderBy(code.code)
    .limit(MAX_CANDIDATES)
}
