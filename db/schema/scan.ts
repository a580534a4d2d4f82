import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { calendarDate, instant } from './columns.ts'

export const COPY_DECISIONS = ['confirmed', 'dismissed'] as const

/**
 * Single scans, kept 90 days. No address is stored: the region is a province, the visitor a hash
 * whose salt changes daily. Read only by day for deletion and by label for inspection.
 */
export const scanEvent = sqliteTable(
  'scan_event',
  {
    id: integer().primaryKey(),
    ref: text().notNull(),
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    scannedAt: instant().notNull(),
    region: text(),
    visitor: text(),
    standing: text().notNull(),
  },
  (t) => [
    index('scan_event_time').on(t.scannedAt),
    index('scan_event_label').on(t.unitSpace, t.serial, t.scannedAt),
  ],
)

/**
 * How often and since when one label was scanned, and whether it may have been copied: one
 * primary-key row, all that a page needs.
 */
export const scanCount = sqliteTable(
  'scan_count',
  {
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    count: integer().notNull(),
    firstOn: calendarDate().notNull(),
    lastOn: calendarDate().notNull(),
    /** When its visitors were first found to be too many for one package; null while they are not. */
    suspectedAt: instant(),
    /** The batch on the label that was found suspect. */
    suspectedRef: text(),
    /** Visitors counted, by day, of days that had several. */
    visitors: integer().notNull().default(0),
    /** An inspector found it no copy when so many had been counted; it holds until there are twice as many. */
    dismissedVisitors: integer(),
    /** When an inspector decided, and how. */
    decidedAt: instant(),
    decidedBy: text(),
    decision: text({ enum: COPY_DECISIONS }),
  },
  (t) => [
    primaryKey({ columns: [t.unitSpace, t.serial] }),
    // What waits for an inspector, newest first.
    index('scan_count_suspected').on(t.suspectedAt).where(sql`suspected_at IS NOT NULL`),
    // Those of a batch, which every read of it asks for.
    index('scan_count_suspected_ref').on(t.suspectedRef).where(sql`suspected_ref IS NOT NULL`),
  ],
)

/**
 * Who opened a unit's label on a day, as hashes whose salt is that day's: told apart while the day
 * lasts, dropped soon after. By day first, because whole days go.
 */
export const labelVisitor = sqliteTable(
  'label_visitor',
  {
    day: calendarDate().notNull(),
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    address: text().notNull(),
    visitor: text().notNull(),
    /** A province; empty where nobody knows. */
    region: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.unitSpace, t.serial, t.address, t.visitor] })],
)

/** Distinct visitors of a unit's label by day and province: what a suspicion of copying is decided by. */
export const labelDay = sqliteTable(
  'label_day',
  {
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    day: calendarDate().notNull(),
    region: text().notNull(),
    visitors: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitSpace, t.serial, t.day, t.region] }),
    // Days long past are dropped.
    index('label_day_day').on(t.day),
  ],
)
