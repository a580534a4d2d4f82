import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** One code with all that may be public of it; `crops`, `markets`, `events` and `supersededBy` are JSON arrays. */
export type PublicCodeRow = {
  readonly code: string
  readonly searchKey: string
  readonly scheme: string
  readonly legacyCode: string | null
  readonly kind: string
  readonly kindName: string
  readonly siteName: string
  readonly commune: string | null
  readonly province: string | null
  readonly areaHa: number | null
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
  readonly supersedes: string | null
  readonly supersededBy: string
  readonly crops: string
  readonly markets: string
  readonly events: string
}

/** Codes that one typed text may stand for; more than these are not told apart. */
const MAX_CANDIDATES = 20
const MAX_EVENTS_PER_CODE = 5_000

/**
 * The columns of `PublicCodeRow`, from `code c`, `site s`, `organisation o` and `site_kind k`. A code
 * is re-issued for the same place, so its successors are found among the codes of its site.
 */
const COLUMNS = sql`c.code, c.search_key AS searchKey, c.scheme, c.legacy_code AS legacyCode,
  s.kind, k.name_vi AS kindName, s.name AS siteName, s.commune_name AS commune,
  s.province_name AS province, s.area_ha AS areaHa,
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
      LIMIT ${MAX_EVENTS_PER_CODE}) told) AS events`

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

/** What the register is searched by; null leaves a filter out. */
export type PublicCodeFilter = {
  /** FTS5 query over folded words, and a prefix of search keys: either may match. */
  readonly words: string | null
  readonly searchKeyPrefix: string | null
  readonly kind: string | null
  readonly cropFolded: string | null
  /** A province or commune by its code or by one of the spellings of its folded name. */
  readonly unit: { readonly code: string; readonly names: readonly string[] } | null
  readonly market: string | null
  readonly status: string | null
  /** Asia/Ho_Chi_Minh date that `status` is asked for. */
  readonly today: string
}

export type PublicCodePage = {
  readonly rows: readonly PublicCodeRow[]
  /** The last code looked at when looking stopped early; null when all were. */
  readonly stoppedAt: string | null
}

/** Codes one page looks at, at most: kind and status have no index of their own to walk. */
export const MAX_EXAMINED = 5_000

/** Codes after `after` in alphabetical order that fit the filter, at most `limit` of them. */
export async function listPublicCodes(
  db: Database,
  input: { filter: PublicCodeFilter; after: string; limit: number },
): Promise<PublicCodePage> {
  type Row = Omit<PublicCodeRow, 'code'> & {
    code: string | null
    examined: number
    last: string | null
  }
  const rows = await db.all<Row>(listPublicCodesQuery(input))
  const found = rows.flatMap((row) => (row.code === null ? [] : [{ ...row, code: row.code }]))
  const first = rows[0]
  return {
    rows: found,
    stoppedAt: first !== undefined && first.examined >= MAX_EXAMINED ? first.last : null,
  }
}

/**
 * `examined` narrows by everything that has an index, walks the codes in order and stops; `picked`
 * applies the rest; only then are the page's own rows put together.
 */
export function listPublicCodesQuery(input: {
  filter: PublicCodeFilter
  after: string
  limit: number
}): SQL {
  const { filter, after, limit } = input
  const indexed = sql.join([sql`code > ${after}`, ...indexedConditions(filter)], sql` AND `)
  const others = otherConditions(filter)
  const rest = sql.join([sql`true`, ...others], sql` AND `)
  // Where the indexes alone decide, the page is all there is to look at.
  const window = others.length === 0 ? limit : MAX_EXAMINED
  return sql`WITH examined AS MATERIALIZED (
      SELECT id, code, site_id FROM code WHERE ${indexed} ORDER BY code LIMIT ${window}),
    picked AS MATERIALIZED (
      SELECT w.id, w.code FROM examined w WHERE ${rest} ORDER BY w.code LIMIT ${limit})
    SELECT ${COLUMNS}, t.examined, t.last
    FROM (SELECT count(*) AS examined, max(code) AS last FROM examined) t
    LEFT JOIN picked ON true
    LEFT JOIN code c ON c.id = picked.id
    LEFT JOIN site s ON s.id = c.site_id
    LEFT JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN site_kind k ON k.id = s.kind
    ORDER BY picked.code`
}

function indexedConditions(filter: PublicCodeFilter): SQL[] {
  const { words, searchKeyPrefix, cropFolded, unit, market } = filter
  const conditions: SQL[] = []
  const matches: SQL[] = []
  if (words !== null) {
    matches.push(sql`SELECT code_id FROM code_search WHERE code_search MATCH ${words}`)
  }
  if (searchKeyPrefix !== null) {
    // Search keys are 0-9 A-Z, so the next character after all of them bounds the prefix.
    matches.push(sql`SELECT id FROM code
      WHERE search_key >= ${searchKeyPrefix} AND search_key < ${`${searchKeyPrefix}[`}`)
  }
  if (matches.length > 0) conditions.push(sql`id IN (${sql.join(matches, sql` UNION `)})`)
  if (unit !== null) conditions.push(sql`site_id IN (${sitesIn(unit)})`)
  if (cropFolded !== null) {
    // "xoai" also finds "xoai cat hoa loc": the name itself, or the name and a space.
    conditions.push(sql`site_id IN (SELECT site_id FROM site_crop WHERE crop_folded = ${cropFolded}
      OR (crop_folded >= ${`${cropFolded} `} AND crop_folded < ${`${cropFolded}!`}))`)
  }
  if (market !== null) {
    conditions.push(sql`id IN (SELECT code_id FROM code_market WHERE market = ${market})`)
  }
  return conditions
}

/** Sites of a province or commune in force: numeric codes were reused on 2025-07-01. */
function sitesIn(unit: { code: string; names: readonly string[] }): SQL {
  const names = sql.join(
    unit.names.map((name) => sql`${name}`),
    sql`, `,
  )
  return sql`SELECT id FROM site WHERE province_code = ${unit.code}
    UNION SELECT s.id FROM administrative_unit u CROSS JOIN site s
      ON s.province_code = u.code
      WHERE u.level = 'province' AND u.valid_to IS NULL AND u.name_folded IN (${names})
    UNION SELECT s.id FROM administrative_unit u CROSS JOIN site s
      ON s.province_code = u.parent_code AND s.commune_code = u.code
      WHERE u.level = 'commune' AND u.valid_to IS NULL AND u.name_folded IN (${names})
    UNION SELECT s.id FROM administrative_unit u CROSS JOIN site s
      ON s.province_code = u.parent_code AND s.commune_code = u.code
      WHERE u.level = 'commune' AND u.code = ${unit.code} AND u.valid_to IS NULL`
}

function otherConditions(filter: PublicCodeFilter): SQL[] {
  const { kind, status, market, today } = filter
  const conditions: SQL[] = []
  if (kind !== null) {
    conditions.push(sql`(SELECT s.kind FROM site s WHERE s.id = w.site_id) = ${kind}`)
  }
  if (status !== null) {
    const inMarket = market === null ? sql`true` : sql`m.market = ${market}`
    conditions.push(sql`EXISTS (SELECT 1 FROM code_market m WHERE m.code_id = w.id AND ${inMarket}
      AND ${statusOnDay(today)} = ${status})`)
  }
  return conditions
}

/** The rule of `statusOn` in SQL, for code `w` in market `m`; a test holds the two together. */
function statusOnDay(today: string): SQL {
  return sql`coalesce((SELECT e.status FROM code_status_event e
    WHERE e.code_id = w.id AND e.market = m.market AND e.effective_on <= ${today}
      AND NOT EXISTS (SELECT 1 FROM code_status_event a
        WHERE a.code_id = w.id AND a.amends_id = e.id)
    ORDER BY e.effective_on DESC, e.recorded_at DESC, e.id DESC LIMIT 1), 'none')`
}
