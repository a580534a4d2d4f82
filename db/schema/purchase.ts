import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PurchaseFlag } from '../../worker/domain/purchases/kinds.ts'
import { caseFile } from './case.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { season } from './season.ts'
import { site } from './site.ts'

/**
 * The days a province asks to be reported together, and until when. Where it asks for none, each month
 * of the calendar is one.
 */
export const purchasePeriod = sqliteTable(
  'purchase_period',
  {
    id: id(),
    provinceCode: text().notNull(),
    name: text().notNull(),
    fromOn: calendarDate().notNull(),
    toOn: calendarDate().notNull(),
    dueOn: calendarDate().notNull(),
    legalBasis: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('purchase_period_days').on(t.provinceCode, t.toOn, t.fromOn)],
)

/**
 * What an organisation bought and sold through coded areas in a period, one row a version: a correction
 * is a further one, and so is its withdrawal. Append-only by trigger, but for `replacedBy`, which is
 * set once.
 */
export const purchaseReport = sqliteTable(
  'purchase_report',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    fromOn: calendarDate().notNull(),
    toOn: calendarDate().notNull(),
    /** From 1, counted in the period. */
    version: integer().notNull(),
    isWithdrawn: integer({ mode: 'boolean' }).notNull(),
    /** Why it says otherwise than the version before, or was withdrawn. */
    reason: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
    /** The office that typed it in for the organisation; null where it did so itself. */
    typedById: text().references(() => organisation.id),
    /** The next version; null of the one that counts. */
    replacedBy: text(),
  },
  (t) => [
    // Of two who report a period at once the second is told.
    uniqueIndex('purchase_report_standing')
      .on(t.organisationId, t.fromOn, t.toOn)
      .where(sql`replaced_by IS NULL`),
    uniqueIndex('purchase_report_version').on(t.organisationId, t.fromOn, t.toOn, t.version),
    // An organisation's, newest period first; and what came since the last look for patterns.
    index('purchase_report_newest').on(t.organisationId, t.toOn, t.id),
    index('purchase_report_recorded').on(t.recordedAt),
  ],
)

/** A line of a version: kilograms through one code, of a crop, to one destination. Append-only by trigger. */
export const purchaseLine = sqliteTable(
  'purchase_line',
  {
    id: id(),
    reportId: idOf(() => purchaseReport.id),
    position: integer().notNull(),
    codeId: idOf(() => code.id),
    siteId: idOf(() => site.id),
    /** As rules name it: see `CropKey`; and as the growing area has it. */
    crop: text().notNull(),
    cropName: text().notNull(),
    cropFolded: text().notNull(),
    boughtKg: real(),
    soldKg: real(),
    /** A market of the one list, or `processing`. */
    destination: text(),
    counterpart: text(),
    /** What somebody was told of it and meant all the same. */
    flags: text({ mode: 'json' }).$type<readonly PurchaseFlag[]>().notNull(),
    /** Those of its version, so that sums over days stand on an index. */
    fromOn: calendarDate().notNull(),
    toOn: calendarDate().notNull(),
  },
  (t) => [
    uniqueIndex('purchase_line_place').on(t.reportId, t.position),
    // What went through a growing area in some time, newest first; and through all of them.
    index('purchase_line_site').on(t.siteId, t.toOn, t.id),
    index('purchase_line_days').on(t.toOn, t.id),
  ],
)

/** A holder's word against a line about their code, once for each. Append-only by trigger. */
export const purchaseDispute = sqliteTable(
  'purchase_dispute',
  {
    id: text()
      .primaryKey()
      .references(() => purchaseLine.id),
    organisationId: idOf(() => organisation.id),
    reason: text().notNull(),
    caseId: idOf(() => caseFile.id),
    disputedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('purchase_dispute_case').on(t.caseId)],
)

/** What a holder expects to sell of a season to somebody in a month. */
export const purchasePlan = sqliteTable(
  'purchase_plan',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    seasonId: idOf(() => season.id),
    /** `YYYY-MM`. */
    month: text().notNull(),
    buyer: text().notNull(),
    buyerFolded: text().notNull(),
    quantityKg: real().notNull(),
    note: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('purchase_plan_buyer').on(t.seasonId, t.month, t.buyerFolded),
    index('purchase_plan_organisation').on(t.organisationId, t.createdAt, t.id),
  ],
)
