import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CODE_STATUSES, SITE_KINDS } from '../../worker/domain/standing/types.ts'
import { calendarDate, id, idOf, instant, localText } from './columns.ts'
import { site } from './site.ts'

/**
 * Formats of codes: configuration, because no law text fixes them all. A code that fits none is
 * warned of and kept. Few rows, always read together.
 */
export const codeScheme = sqliteTable('code_scheme', {
  id: id(),
  kind: text({ enum: SITE_KINDS }).notNull(),
  name: localText().notNull(),
  /** Regular expression over the canonical spelling; groups `province` and `market` where present. */
  pattern: text().notNull(),
  sample: text().notNull(),
  /** How the market of a code is known. */
  marketRule: text({ enum: ['suffix', 'domestic', 'not_in_code'] }).notNull(),
  validFrom: calendarDate(),
  validTo: calendarDate(),
  source: text().notNull(),
  position: integer().notNull(),
})

/**
 * A code as printed. Never deleted and never reused; a re-issued code points back with
 * `supersedesId`. `searchKey` (letters and digits, no leading zeros) finds it however it is typed.
 */
export const code = sqliteTable(
  'code',
  {
    id: id(),
    code: text().notNull().unique(),
    searchKey: text().notNull(),
    siteId: idOf(() => site.id),
    scheme: text().notNull(),
    legacyCode: text(),
    supersedesId: text(),
    issuedOn: calendarDate(),
    documentNo: text(),
    externalId: text(),
    /** Entered by mistake and taken back; it leaves the lists and still resolves. */
    withdrawnAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('code_supersedes').on(t.supersedesId).where(sql`supersedes_id IS NOT NULL`),
    index('code_search_key').on(t.searchKey),
    index('code_site').on(t.siteId),
    index('code_legacy').on(t.legacyCode),
  ],
)

/** The markets a code was asked or granted for, each with a history of its own. */
export const codeMarket = sqliteTable(
  'code_market',
  {
    codeId: idOf(() => code.id),
    market: text().notNull(),
    validTo: calendarDate(),
    externalId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.codeId, t.market] }), index('code_market_market').on(t.market)],
)

/**
 * Every decision on a code in a market. Append-only by trigger. The scan reads all events of a
 * batch's codes by `codeId`; public notices walk `recordedAt` downwards over the bad ones only,
 * hence the partial index.
 */
export const codeStatusEvent = sqliteTable(
  'code_status_event',
  {
    id: id(),
    codeId: idOf(() => code.id),
    market: text().notNull(),
    status: text({ enum: CODE_STATUSES }).notNull(),
    effectiveOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    reason: text(),
    documentNo: text(),
    /** Public wording. */
    wording: localText(),
    amendsId: text(),
    actor: text().notNull(),
    importId: text(),
    /** Reason by the closed list of the province (phytosanitary, food_safety, fraud, …). */
    reasonCode: text(),
    /** True for the end of a term foreseen with it, which a new term takes the place of. */
    endsTerm: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('code_status_event_code').on(t.codeId, t.market, t.effectiveOn),
    index('code_status_event_recorded').on(t.recordedAt, t.id),
    index('code_status_event_amends').on(t.amendsId).where(sql`amends_id IS NOT NULL`),
  ],
)

/**
 * Printed certificates of a code: each issue is a row. A certificate is genuine when its key signed
 * it and an issue of that code under that key stands here. Append-only by trigger.
 */
export const codeCertificate = sqliteTable(
  'code_certificate',
  {
    id: id(),
    codeId: idOf(() => code.id),
    kid: text().notNull(),
    issuedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('code_certificate_code').on(t.codeId, t.kid)],
)

/**
 * When what the public register says of a code last changed, one row a code, kept by triggers on its
 * entries: a program that follows the register asks for what changed since. `isGone` where the code
 * was taken out of the register.
 */
export const registerChange = sqliteTable(
  'register_change',
  {
    codeId: text()
      .primaryKey()
      .references(() => code.id),
    changedAt: instant().notNull(),
    isGone: integer({ mode: 'boolean' }).notNull(),
  },
  // Changes are followed in this order.
  (t) => [index('register_change_at').on(t.changedAt, t.codeId)],
)
