import { type SQL, sql } from 'drizzle-orm'
import { PUBLISHED_FACTS, type PublishedFacts } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { namedColumns } from './named-columns.ts'

/** One code with all that may be public of it; `crops`, `markets`, `events` and `supersededBy` are JSON arrays. */
export type PublicCodeRow = PublishedFacts & {
  readonly code: string
  readonly searchKey: string
  readonly scheme: string
  readonly legacyCode: string | null
  readonly kind: string
  readonly kindName: string
  readonly siteName: string
  readonly commune: string | null
  readonly province: string | null
  /** A point of the place to two decimals, about a kilometre. */
  readonly lat: number | null
  readonly lng: number | null
  /** When the code was taken back as entered by mistake, epoch milliseconds. */
  readonly withdrawnAt: number | null
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
  readonly supersedes: string | null
  readonly supersededBy: string
  readonly crops: string
  readonly markets: string
  readonly events: string
  /** The decisions that count, as JSON arrays of id, market, status, effectiveOn and recordedAt. */
  readonly decisions: string
}

/** Codes that one typed text may stand for; more than these are not told apart. */
const MAX_CANDIDATES = 20
/** Decisions that the page of a code tells, the latest ones; its status rests on all of them. */
const MAX_EVENTS_TOLD = 5_000

/**
 * The columns of `PublicCodeRow`, from `code c`, `site s`, `organisation o` and `site_kind k`. A code
 * is re-issued for the same place, so its successors are found among the codes of its site.
 */
const COLUMNS = sql`c.code, c.search_key AS searchKey, c.scheme, c.legacy_code AS legacyCode,
  s.kind, k.name_vi AS kindName, s.name AS siteName, s.commune_name AS commune,
  s.province_name AS province, ${namedColumns('s', PUBLISHED_FACTS)},
  round(s.lat, 2) AS lat, round(s.lng, 2) AS lng, c.withdrawn_at AS withdrawnAt,
  o.name AS orgName, o.kind AS orgKind, o.name_consent_on AS nameConsentOn,
  (SELECT older.code FROM code older WHERE older.id = c.supersedes_id) AS supersedes,
  (SELECT json_group_array(n.code) FROM code n
    WHERE n.site_id = c.site_id AND n.supersedes_id = c.id) AS supersededBy,
  (SELECT json_group_array(json_array(x.crop, x.variety, x.planted_area_ha))
    FROM site_crop x WHERE x.site_id = c.site_id) AS crops,
  (SELECT json_group_array(json_array(m.market, m.valid_to))
    FROM code_market m WHERE m.code_id = c.id) AS markets,
  (SELECT json_group_array(json_array(told.id, told.market, told.status, told.effective_on,
      told.recorded_at, told.reason, told.document_no, told.wording, told.amends_id))
    FROM (SELECT * FROM code_status_event h WHERE h.code_id = c.id
      ORDER BY h.effective_on DESC, h.recorded_at DESC LIMIT ${MAX_EVENTS_TOLD}) told) AS events,
  (SELECT json_group_array(json_array(e.id, e.market, e.status, e.effective_on, e.recorded_at))
    FROM counted_decision e WHERE e.code_id = c.id) AS decisions`

const TABLES = sql`JOIN site s ON s.id = c.site_id
  JOIN organisation o ON o.id = s.organisation_id
  JOIN site_kind k ON k.id = s.kind`

/**
 * The codes a typed text may mean, in one round trip: the one spelled exactly so, those of the same
 * search key, and those that replaced an older code spelled so.
 */
export function findPublicCodes(
  db: Database,
  input: { code: string; searchKey: string },
): Promise<PublicCodeRow[]> {
  return db.all<PublicCodeRow>(findPublicCodesQuery(input))
}

export function findPublicCodesQuery(input: { code: string; searchKey: string }): SQL {
  return sql`SELECT ${COLUMNS} FROM code c ${TABLES}
    WHERE c.id IN (
      SELECT id FROM code WHERE code = ${input.code}
      UNION SELECT id FROM code WHERE search_key = ${input.searchKey}
      UNION SELECT id FROM code WHERE legacy_code = ${input.code})
    ORDER BY c.code LIMIT ${MAX_CANDIDATES}`
}
