import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CHECK_MODES,
  SHOWN_AUTHENTICITIES,
  SHOWN_STANDINGS,
} from '../../worker/domain/label-checks/label-check.ts'
import { calendarDate, instant } from './columns.ts'

/**
 * A label that an inspector looked at, and what their device said of it: what they saw then, not what
 * we would say now. Append-only by trigger.
 */
export const labelCheck = sqliteTable(
  'label_check',
  {
    /** Checks of one round were written down together: the id the device gave them. */
    recordId: text().notNull(),
    position: integer().notNull(),
    /** Who checked, as actors stand in logs, and for whom. */
    account: text().notNull(),
    organisationId: text().notNull(),
    /** How far their word reached then. */
    provinceCode: text(),
    communeCode: text(),
    /** As it was scanned. */
    scanned: text().notNull(),
    /** What it names; null where it is no label. */
    kid: text(),
    batchRef: text(),
    serial: integer(),
    authenticity: text({ enum: SHOWN_AUTHENTICITIES }).notNull(),
    standing: text({ enum: SHOWN_STANDINGS }),
    mode: text({ enum: CHECK_MODES }).notNull(),
    /** When the status list was issued by which an offline answer was given. */
    listIssuedAt: instant(),
    note: text(),
    /** Private: where the inspector stood. */
    latitude: real(),
    longitude: real(),
    accuracyM: real(),
    /** SHA-256 and place in the file store of each photo; private. */
    photos: text({ mode: 'json' })
      .$type<readonly { readonly sha256: string; readonly storeKey: string }[]>()
      .notNull(),
    checkedOn: calendarDate().notNull(),
    /** By the device's clock, and how far that was behind ours when it last knew. */
    checkedAt: instant().notNull(),
    clockOffsetMs: integer(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.position] }),
    // All that was looked at of a batch, newest first.
    index('label_check_batch').on(t.batchRef, t.recordedAt),
    // Rounds newest first, of a place and of everywhere: each stands there once, by its first check.
    index('label_check_place')
      .on(t.provinceCode, t.recordedAt, t.recordId)
      .where(sql`position = 0`),
    index('label_check_round').on(t.recordedAt, t.recordId).where(sql`position = 0`),
    // Of an office.
    index('label_check_of').on(t.organisationId, t.recordedAt),
  ],
)
