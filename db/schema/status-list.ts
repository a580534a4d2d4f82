import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { calendarDate, id, instant } from './columns.ts'
import { signingKey } from './label.ts'

/**
 * Keys that sign status lists, apart from those that sign labels. The private JWK is a JWE under
 * GOC_KEK. A retired one is published until the last list it signed has run out; a revoked one never.
 */
export const statusKey = sqliteTable(
  'status_key',
  {
    kid: id(),
    /** The `x` of the public JWK (RFC 8037). */
    publicX: text().notNull(),
    privateJwe: text().notNull(),
    status: text({ enum: ['active', 'retired', 'revoked'] }).notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
  },
  (t) => [uniqueIndex('status_key_active').on(t.status).where(sql`status = 'active'`)],
)

/**
 * What is to be judged anew for the status lists: by triggers on whatever a label's standing draws
 * on, so that nobody can forget it. Numbers are never used again, and a row goes in the same batch
 * that stores what was judged after it was read: a change in between leaves a row of its own.
 */
export const statusDue = sqliteTable(
  'status_due',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Of a code its batches are meant. */
    kind: text({ enum: ['batch', 'code'] }).notNull(),
    subjectId: text().notNull(),
  },
  (t) => [index('status_due_kind').on(t.kind, t.id)],
)

/**
 * What the list of a label key says of one batch: derived, and made anew from its sources.
 * `label_status_next`: those whose answer changes on a day that has come.
 */
export const labelStatus = sqliteTable(
  'label_status',
  {
    kid: text().notNull(),
    ref: text().notNull(),
    batchId: text().notNull(),
    /** JSON of an `OfflineStatus`. */
    entry: text().notNull(),
    /** The next day on which what it says changes by itself. */
    nextChangeOn: calendarDate(),
  },
  (t) => [
    primaryKey({ columns: [t.kid, t.ref] }),
    index('label_status_batch').on(t.batchId),
    index('label_status_next').on(t.nextChangeOn).where(sql`next_change_on IS NOT NULL`),
  ],
)

/** The signed list of a label key as it was last made. `version` counts changes of what it says. */
export const statusList = sqliteTable('status_list', {
  kid: text()
    .primaryKey()
    .references(() => signingKey.kid),
  version: integer().notNull(),
  /** The version the token tells. */
  tokenVersion: integer(),
  token: text(),
  /** The key that signed it. */
  signedBy: text(),
  issuedAt: instant(),
  expiresAt: instant(),
})
