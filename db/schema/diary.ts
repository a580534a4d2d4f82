import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import { calendarDate, id, instant } from './columns.ts'
import { site } from './site.ts'

/** Kinds of diary event are rows; `stage` folds them on the page. */
export const diaryEventKind = sqliteTable('diary_event_kind', {
  id: text().primaryKey(),
  stage: text().notNull(),
})

/**
 * One thing done in the field, pond, barn or packing house. Append-only by trigger; a correction
 * is a new event that `amendsId` points back with, one that takes an entry back likewise (`retracts`).
 * What nothing amends and takes nothing back stands. `fingerprint` (a hash of all that was said) makes a
 * second import of the same sheet change nothing.
 */
export const diaryEvent = sqliteTable(
  'diary_event',
  {
    id: id(),
    siteId: text()
      .notNull()
      .references(() => site.id),
    batchId: text(),
    kind: text()
      .notNull()
      .references(() => diaryEventKind.id),
    occurredOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    summary: text().notNull(),
    details: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    photos: text({ mode: 'json' }).$type<readonly ImageView[]>().notNull(),
    declaredByRole: text().notNull(),
    declaredByName: text().notNull(),
    amendsId: text(),
    /** True where it says that the entry it amends, and whatever that amended, was never so. */
    retracts: integer({ mode: 'boolean' }).notNull().default(false),
    /** Why it amends another; public, as the entry is. */
    reason: text(),
    fingerprint: text().notNull(),
    importId: text(),
  },
  (t) => [
    index('diary_event_site').on(t.siteId, t.occurredOn),
    index('diary_event_batch').on(t.batchId),
    // Harvests that a batch may be made of.
    index('diary_event_harvest').on(t.siteId, t.occurredOn).where(sql`kind = 'harvest'`),
    uniqueIndex('diary_event_fingerprint').on(t.siteId, t.fingerprint),
    // An entry is amended once; what amends it may be amended in its turn.
    uniqueIndex('diary_event_amends').on(t.amendsId).where(sql`amends_id IS NOT NULL`),
    // What an import recorded, to take it back.
    index('diary_event_import').on(t.importId).where(sql`import_id IS NOT NULL`),
  ],
)

/** Somebody else checked an entry. */
export const diaryVerification = sqliteTable(
  'diary_verification',
  {
    id: id(),
    diaryEventId: text()
      .notNull()
      .references(() => diaryEvent.id),
    verifiedByRole: text().notNull(),
    verifiedByName: text().notNull(),
    verifiedOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('diary_verification_event').on(t.diaryEventId)],
)
