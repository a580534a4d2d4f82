import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { PHOTO_TYPES } from '../../worker/lib/files/photo-types.ts'
import { calendarDate, instant } from './columns.ts'

/**
 * That a record written without signal was stored, by the id its device gave it; written in the atomic
 * batch of the record itself. Kept for ever: the same id may come again in a week or a year, and is
 * then known. Append-only by trigger.
 */
export const outboxReceipt = sqliteTable(
  'outbox_receipt',
  {
    /** UUID of version 7, lower case: one id is one record, whoever sends it. */
    id: text().primaryKey(),
    /** Whose it is, as actors stand in logs. */
    account: text().notNull(),
    kind: text().notNull(),
    /** SHA-256 of what it says, hexadecimal: the same id saying anything else is refused. */
    bodyHash: text().notNull(),
    /** The version of the app that wrote it. */
    version: text().notNull(),
    happenedOn: calendarDate().notNull(),
    /** By the device's clock, right or wrong. */
    madeAt: instant().notNull(),
    /** How far the device was behind the server when it last knew; null where it never did. */
    clockOffsetMs: integer(),
    clockMeasuredAt: instant(),
    /** By ours. */
    receivedAt: instant().notNull(),
    /** What became of it. */
    entity: text().notNull(),
    entityId: text().notNull(),
  },
  (t) => [index('outbox_receipt_of').on(t.account, t.receivedAt)],
)

/**
 * A photo sent ahead of the record that shows it. Its bytes lie in the file store as they were sent,
 * which their hash proves; where and when it was taken stands here alone and is nobody's to see but
 * who may judge the record.
 */
export const outboxPhoto = sqliteTable(
  'outbox_photo',
  {
    /** Whose it is: nobody else's record may show it, and nobody else learns that it is there. */
    account: text().notNull(),
    /** Of its bytes, hexadecimal. */
    sha256: text().notNull(),
    /** New for each sending, so that dropping one never takes another's file. */
    storeKey: text().notNull(),
    mediaType: text({ enum: PHOTO_TYPES }).notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    takenAt: instant(),
    latitude: real(),
    longitude: real(),
    receivedAt: instant().notNull(),
    /** When the first record that shows it was stored; null while none is. */
    usedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.sha256] }),
    // How much an account has lying there, and what is dropped, the longest there first.
    index('outbox_photo_unused').on(t.account, t.bytes).where(sql`used_at IS NULL`),
    index('outbox_photo_unused_since').on(t.receivedAt).where(sql`used_at IS NULL`),
  ],
)
