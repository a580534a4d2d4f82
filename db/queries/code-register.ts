import { and, eq, type SQL, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import type { RecordedDecision } from '../../worker/domain/decisions/types.ts'
import { LISTED_FACTS } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { code, codeMarket, codeStatusEvent, organisation, site, siteCrop } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, maybe, type RowOf, text } from './fields.ts'
import { inPages } from './in-pages.ts'
import { pick } from './pick.ts'

export const REGISTER_ORGANISATION = {
  ...pick(organisation, 'id', 'name', 'nameFolded', 'nameKey', 'kind', 'nameConsentOn'),
  ...pick(organisation, 'communeCode', 'communeName', 'provinceCode', 'provinceName'),
}

/** What an import or an officer's decision needs to know of the register; dates are ISO calendar dates. */
export type RegisterOrganisation = RowOf<typeof REGISTER_ORGANISATION>

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

const CROP = pick(siteCrop, 'siteId', 'crop', 'cropFolded', 'plantedAreaHa')
export type RegisterCrop = RowOf<typeof CROP>

export const REGISTER_CODE = {
  ...pick(code, 'id', 'code', 'searchKey', 'siteId', 'scheme', 'legacyCode', 'supersedesId'),
  ...pick(code, 'issuedOn', 'documentNo', 'externalId', 'withdrawnAt'),
  /** True for a withdrawn code that batches were declared under: it stays where it was granted. */
  isUsed: flag(sql`(${code.withdrawnAt} IS NOT NULL
    AND EXISTS (SELECT 1 FROM batch_code u WHERE u.code_id = ${code.id}))`),
}
export type RegisterCode = RowOf<typeof REGISTER_CODE>

const MARKET = pick(codeMarket, 'codeId', 'market', 'validTo', 'externalId')
export type RegisterMarket = RowOf<typeof MARKET>

export const REGISTER_EVENT = {
  ...pick(codeStatusEvent, 'id', 'codeId', 'market', 'status', 'effectiveOn', 'recordedAt'),
  ...pick(codeStatusEvent, 'reason', 'documentNo', 'amendsId', 'reasonCode', 'endsTerm'),
  importId: codeStatusEvent.importId,
  /** As it is stored: decisions carry it on as a text. */
  wording: maybe(text(sql`${codeStatusEvent.wording}`)),
}

/** The order in which decisions were recorded. */
export const AS_RECORDED = sql`${codeStatusEvent}.rowid`

export type RegisterEvent = RecordedDecision & { readonly codeId: string }

export type RegisterRows = {
  readonly codes: readonly RegisterCode[]
  readonly sites: readonly RegisterSite[]
  readonly organisations: readonly RegisterOrganisation[]
  readonly crops: readonly RegisterCrop[]
  readonly markets: readonly RegisterMarket[]
  readonly events: readonly RegisterEvent[]
}

/** As {@link RegisterSite} has it. */
export const SITE_FIELDS = pick(site, ...REGISTER_SITE)

const KEYS_PER_PAGE = 5_000
const ROWS_PER_PAGE = 1_000

/** Codes whose search key is one of `keys`, by their index. */
export function readCodesByKey(db: Database, keys: readonly string[]): Promise<RegisterCode[]> {
  return inPages([...new Set(keys)], KEYS_PER_PAGE, (page) =>
    db
      .select(REGISTER_CODE)
      .from(code)
      .where(sql`${code.searchKey} IN ${among(page)}`)
      .orderBy(code.code),
  )
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
  const list = (values: readonly string[]) => among([...new Set(values)])
  const keys = list(questions.map(({ key }) => key))
  const holders = list(questions.map(({ holder }) => holder))
  const names = list(questions.map(({ siteName }) => siteName))
  const codeIds = sql`(SELECT id FROM code WHERE search_key IN ${keys})`
  const siteIds = sql`(SELECT site_id FROM code WHERE search_key IN ${keys}
    UNION SELECT s.id FROM site s WHERE s.name_folded IN ${names}
      AND +s.organisation_id IN (SELECT id FROM organisation WHERE name_folded IN ${holders}))`
  const codesWhere = (condition: SQL) => db.select(REGISTER_CODE).from(code).where(condition)
  const [codes, sites, organisations, crops, markets, events] = await db.batch([
    union(
      codesWhere(sql`${code.searchKey} IN ${keys}`),
      codesWhere(sql`${code.siteId} IN ${siteIds}`),
    ),
    db
      .select(SITE_FIELDS)
      .from(site)
      .where(sql`${site.id} IN ${siteIds}`)
      .orderBy(sql`${site.withdrawnAt} IS NULL`, site.id),
    db
      .select(REGISTER_ORGANISATION)
      .from(organisation)
      .where(
        sql`${organisation.nameFolded} IN ${holders}
          OR ${organisation.id} IN (SELECT organisation_id FROM site WHERE id IN ${siteIds})`,
      )
      .orderBy(organisation.id),
    db.select(CROP).from(siteCrop).where(sql`${siteCrop.siteId} IN ${siteIds}`),
    db.select(MARKET).from(codeMarket).where(sql`${codeMarket.codeId} IN ${codeIds}`),
    eventsOf(db, sql`${codeStatusEvent.codeId} IN ${codeIds}`).orderBy(AS_RECORDED),
  ])
  return { codes, sites, organisations, crops, markets, events }
}

/** Decisions on codes that fit a condition. */
export function eventsOf(db: Database, condition: SQL | undefined) {
  return db.select(REGISTER_EVENT).from(codeStatusEvent).where(condition)
}

/** The events of one code in one market, in the order they were recorded. */
export function readMarketEvents(
  db: Database,
  input: { readonly codeId: string; readonly market: string },
): Promise<RegisterEvent[]> {
  const { codeId, market } = codeStatusEvent
  return eventsOf(db, and(eq(codeId, input.codeId), eq(market, input.market))).orderBy(AS_RECORDED)
}

/** All decisions on a code, by market and day. */
export function readCodeEvents(db: Database, codeId: string): Promise<RegisterEvent[]> {
  const { market, effectiveOn, recordedAt, id } = codeStatusEvent
  return eventsOf(db, eq(codeStatusEvent.codeId, codeId))
    .orderBy(market, effectiveOn, recordedAt, id)
    .limit(5000)
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
