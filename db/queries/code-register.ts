import { sql } from 'drizzle-orm'
import type { RecordedDecision } from '../../worker/domain/decisions/types.ts'
import { LISTED_FACTS } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import type { site } from '../schema/index.ts'
import { inPages } from './in-pages.ts'
import { namedColumns } from './named-columns.ts'

/** What an import or an officer's decision needs to know of the register; dates are ISO calendar dates. */
export type RegisterOrganisation = {
  readonly id: string
  readonly name: string
  readonly nameFolded: string
  readonly nameKey: string
  readonly kind: string
  readonly nameConsentOn: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

/** What lists of codes and their undoing say of a site; `version` is the one a row was decided from. */
export const REGISTER_SITE = [
  'id',
  'kind',
  'organisationId',
  'name',
  'nameFolded',
  'hamlet',
  'communeCode',
  'communeName',
  'provinceCode',
  'provinceName',
  'formerDistrict',
  'areaHa',
  ...LISTED_FACTS,
  'externalId',
  'version',
  'withdrawnAt',
] as const

export type RegisterSite = Readonly<Pick<typeof site.$inferSelect, (typeof REGISTER_SITE)[number]>>

export type RegisterCrop = {
  readonly siteId: string
  readonly crop: string
  readonly cropFolded: string
  readonly plantedAreaHa: number | null
}

export type RegisterCode = {
  readonly id: string
  readonly code: string
  readonly searchKey: string
  readonly siteId: string
  readonly scheme: string
  readonly legacyCode: string | null
  readonly supersedesId: string | null
  readonly issuedOn: string | null
  readonly documentNo: string | null
  readonly externalId: string | null
  readonly withdrawnAt: number | null
  /** True for a withdrawn code that batches were declared under: it stays where it was granted. */
  readonly isUsed: boolean
}

export type RegisterMarket = {
  readonly codeId: string
  readonly market: string
  readonly validTo: string | null
  readonly externalId: string | null
}

export type RegisterEvent = RecordedDecision & { readonly codeId: string }

export type RegisterRows = {
  readonly codes: readonly RegisterCode[]
  readonly sites: readonly RegisterSite[]
  readonly organisations: readonly RegisterOrganisation[]
  readonly crops: readonly RegisterCrop[]
  readonly markets: readonly RegisterMarket[]
  readonly events: readonly RegisterEvent[]
}

/** Of `code c`. */
export const CODE_COLUMNS = sql.raw(
  'c.id, c.code, c.search_key AS searchKey, c.site_id AS siteId, c.scheme, c.legacy_code AS legacyCode, c.supersedes_id AS supersedesId, c.issued_on AS issuedOn, c.document_no AS documentNo, c.external_id AS externalId, c.withdrawn_at AS withdrawnAt, (c.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM batch_code u WHERE u.code_id = c.id)) AS isUsed',
)

/** Of `code_status_event e`. */
export const EVENT_COLUMNS = sql.raw(
  'e.id, e.code_id AS codeId, e.market, e.status, e.effective_on AS effectiveOn, e.recorded_at AS recordedAt, e.reason, e.document_no AS documentNo, e.wording, e.amends_id AS amendsId, e.reason_code AS reasonCode, e.ends_term AS endsTerm, e.import_id AS importId',
)

/** Of `site s`. */
export const SITE_COLUMNS = namedColumns('s', REGISTER_SITE)

const KEYS_PER_PAGE = 5_000
const ROWS_PER_PAGE = 1_000

/** Codes whose search key is one of `keys`, by their index. */
export async function readCodesByKey(
  db: Database,
  keys: readonly string[],
): Promise<RegisterCode[]> {
  const rows = await inPages([...new Set(keys)], KEYS_PER_PAGE, (page) =>
    db.all<CodeRow>(sql`
      SELECT ${CODE_COLUMNS} FROM code c
      WHERE c.search_key IN (SELECT value FROM json_each(${JSON.stringify(page)}))
      ORDER BY c.code`),
  )
  return rows.map(toCode)
}

/** As SQLite gives it: it knows no booleans. */
export type CodeRow = Omit<RegisterCode, 'isUsed'> & { readonly isUsed: number }

export function toCode(row: CodeRow): RegisterCode {
  return { ...row, isUsed: row.isUsed !== 0 }
}

export type EventRow = Omit<RegisterEvent, 'endsTerm'> & { readonly endsTerm: number }

export function toEvent(row: EventRow): RegisterEvent {
  return { ...row, endsTerm: row.endsTerm !== 0 }
}

/** What one row of a list of codes asks of the register; names folded. */
export type RegisterQuestion = {
  readonly key: string
  readonly holder: string
  readonly siteName: string
}

/**
 * The part of the register that a list of codes can touch: codes under these search keys, holders
 * and sites of these names, and all that hangs on either. Read in pages; see {@link REGISTER_VERSION}
 * for what was added in between.
 */
export async function readRegister(
  db: Database,
  questions: readonly RegisterQuestion[],
): Promise<RegisterRows> {
  const pages = await inPages(questions, ROWS_PER_PAGE, async (page) => [await readPage(db, page)])
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ]
  return {
    codes: byId(pages.flatMap((page) => page.codes)),
    sites: byId(pages.flatMap((page) => page.sites)),
    organisations: byId(pages.flatMap((page) => page.organisations)),
    crops: pages.flatMap((page) => page.crops),
    markets: pages.flatMap((page) => page.markets),
    events: byId(pages.flatMap((page) => page.events)),
  }
}

async function readPage(
  db: Database,
  questions: readonly RegisterQuestion[],
): Promise<RegisterRows> {
  const list = (values: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify([...new Set(values)])}))`
  const keys = list(questions.map(({ key }) => key))
  const holders = list(questions.map(({ holder }) => holder))
  const names = list(questions.map(({ siteName }) => siteName))
  const codeIds = sql`(SELECT id FROM code WHERE search_key IN ${keys})`
  const siteIds = sql`(SELECT site_id FROM code WHERE search_key IN ${keys}
    UNION SELECT s.id FROM site s WHERE s.name_folded IN ${names}
      AND +s.organisation_id IN (SELECT id FROM organisation WHERE name_folded IN ${holders}))`
  const [codes, sites, organisations, crops, markets, events] = await db.batch([
    db.all<CodeRow>(sql`
      SELECT ${CODE_COLUMNS} FROM code c WHERE c.search_key IN ${keys}
      UNION SELECT ${CODE_COLUMNS} FROM code c WHERE c.site_id IN ${siteIds}`),
    db.all<RegisterSite>(sql`
      SELECT ${SITE_COLUMNS} FROM site s WHERE s.id IN ${siteIds}
      ORDER BY s.withdrawn_at IS NULL, s.id`),
    db.all<RegisterOrganisation>(sql`
      SELECT id, name, name_folded AS nameFolded, name_key AS nameKey, kind, name_consent_on AS nameConsentOn,
        commune_code AS communeCode, commune_name AS communeName,
        province_code AS provinceCode, province_name AS provinceName
      FROM organisation WHERE name_folded IN ${holders}
        OR id IN (SELECT organisation_id FROM site WHERE id IN ${siteIds}) ORDER BY id`),
    db.all<RegisterCrop>(sql`
      SELECT site_id AS siteId, crop, crop_folded AS cropFolded, planted_area_ha AS plantedAreaHa
      FROM site_crop WHERE site_id IN ${siteIds}`),
    db.all<RegisterMarket>(sql`
      SELECT code_id AS codeId, market, valid_to AS validTo, external_id AS externalId
      FROM code_market WHERE code_id IN ${codeIds}`),
    db.all<EventRow>(sql`
      SELECT ${EVENT_COLUMNS} FROM code_status_event e
      WHERE e.code_id IN ${codeIds} ORDER BY e.rowid`),
  ])
  const parts = { sites, organisations, crops, markets }
  return { ...parts, codes: codes.map(toCode), events: events.map(toEvent) }
}

/** The events of one code in one market, in the order they were recorded. */
export async function readMarketEvents(
  db: Database,
  input: { readonly codeId: string; readonly market: string },
): Promise<RegisterEvent[]> {
  const rows = await db.all<EventRow>(sql`
    SELECT ${EVENT_COLUMNS} FROM code_status_event e
    WHERE e.code_id = ${input.codeId} AND e.market = ${input.market} ORDER BY e.rowid`)
  return rows.map(toEvent)
}

/** All decisions on a code, by market and day. */
export async function readCodeEvents(db: Database, codeId: string): Promise<RegisterEvent[]> {
  const rows = await db.all<EventRow>(sql`
    SELECT ${EVENT_COLUMNS} FROM code_status_event e WHERE e.code_id = ${codeId}
    ORDER BY e.market, e.effective_on, e.recorded_at, e.id LIMIT 5000`)
  return rows.map(toEvent)
}

/**
 * A text that differs whenever a decision, code, site or holder was added to the register. Each part
 * is the end of one table, so it costs four look-ups; the tables only grow.
 */
export const REGISTER_VERSION = sql`(SELECT json_array(
  (SELECT max(rowid) FROM organisation), (SELECT max(rowid) FROM site),
  (SELECT max(rowid) FROM code), (SELECT max(rowid) FROM code_status_event)))`

/** Holds while nothing was added to the register since its version was this one. */
export function registerIsAt(version: string | null) {
  return sql`(${REGISTER_VERSION} IS ${version})`
}
