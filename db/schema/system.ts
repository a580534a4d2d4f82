import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { calendarDate, id, instant } from './columns.ts'

/** Bearer tokens of machines. Only a SHA-256 of the token is stored. */
export const apiToken = sqliteTable(
  'api_token',
  {
    id: id(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** Whose data it may touch; null for a token of the operator. */
    organisationId: text(),
    /** JSON array of scopes. */
    scopes: text({ mode: 'json' }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('api_token_hash').on(t.tokenHash)],
)

/** Who did what, before and after, and why. Append-only by trigger. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: instant().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    before: text({ mode: 'json' }),
    after: text({ mode: 'json' }),
    reason: text(),
    /** portal, api, command, import */
    source: text().notNull(),
  },
  (t) => [index('audit_log_entity').on(t.entity, t.entityId)],
)

/** One file read in, so that its rows can be named and taken back together. */
export const importRun = sqliteTable(
  'import_run',
  {
    id: id(),
    kind: text().notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    importedOn: calendarDate().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    /** {rows, added, changed, refused, unchanged} */
    counts: text({ mode: 'json' }).notNull(),
  },
  (t) => [index('import_run_created').on(t.createdAt)],
)

/** Answers already given to a write with an Idempotency-Key, so that a retry repeats the answer, not the deed. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    actor: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer().notNull(),
    response: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index('idempotency_created').on(t.createdAt)],
)
