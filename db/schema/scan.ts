import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { calendarDate, instant } from './columns.ts'

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

/** How often and since when one label was scanned: one primary-key row, all that a page needs. */
export const scanCount = sqliteTable(
  'scan_count',
  {
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    count: integer().notNull(),
    firstOn: calendarDate().notNull(),
    lastOn: calendarDate().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitSpace, t.serial] })],
)
