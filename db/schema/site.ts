import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { calendarDate, id, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/** Kinds of place: growing areas and packing houses now; ponds, forest lots and barns are rows, not code. */
export const siteKind = sqliteTable('site_kind', {
  id: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  nameZh: text().notNull(),
  /** Which slot of a label its codes fill: growing_area or packing_house. */
  labelSlot: text().notNull(),
})

/** One place with one holder. It may carry many codes, one or more per market. */
export const site = sqliteTable(
  'site',
  {
    id: id(),
    kind: text()
      .notNull()
      .references(() => siteKind.id),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    name: text().notNull(),
    nameFolded: text().notNull(),
    hamlet: text(),
    communeCode: text(),
    communeName: text(),
    provinceCode: text(),
    provinceName: text(),
    /** As written on papers from before 2025-07-01; districts exist only as history. */
    formerDistrict: text(),
    areaHa: real(),
    capacityTPerDay: real(),
    householdCount: integer(),
    externalId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('site_organisation').on(t.organisationId),
    index('site_name').on(t.nameFolded),
    index('site_place').on(t.provinceCode, t.communeCode),
  ],
)

/** Crops of a site with the area planted to each: intercropping makes it differ from the site's area. */
export const siteCrop = sqliteTable(
  'site_crop',
  {
    siteId: text()
      .notNull()
      .references(() => site.id),
    crop: text().notNull(),
    cropFolded: text().notNull(),
    variety: text(),
    plantedAreaHa: real(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.cropFolded] }),
    index('site_crop_crop').on(t.cropFolded),
  ],
)

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
    siteId: text()
      .notNull()
      .references(() => site.id),
    scheme: text().notNull(),
    legacyCode: text(),
    supersedesId: text(),
    issuedOn: calendarDate(),
    documentNo: text(),
    externalId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('code_search_key').on(t.searchKey),
    index('code_site').on(t.siteId),
    index('code_legacy').on(t.legacyCode),
  ],
)

/** The markets a code was asked or granted for, each with a history of its own. */
export const codeMarket = sqliteTable(
  'code_market',
  {
    codeId: text()
      .notNull()
      .references(() => code.id),
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
    codeId: text()
      .notNull()
      .references(() => code.id),
    market: text().notNull(),
    status: text().notNull(),
    effectiveOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    reason: text(),
    documentNo: text(),
    /** Public wording {vi,en,zh} as JSON. */
    wording: text({ mode: 'json' }),
    amendsId: text(),
    actor: text().notNull(),
    importId: text(),
  },
  (t) => [
    index('code_status_event_code').on(t.codeId, t.market, t.effectiveOn),
    index('code_status_event_recorded').on(t.recordedAt, t.id),
    index('code_status_event_amends').on(t.amendsId).where(sql`amends_id IS NOT NULL`),
  ],
)
