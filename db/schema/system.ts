import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { ImportCounts } from '../../worker/domain/lists/records/import-counts.ts'
import { calendarDate, id, instant, source } from './columns.ts'

/** Bearer tokens of machines. Only a SHA-256 of the token is stored. */
export const apiToken = sqliteTable(
  'api_token',
  {
    id: id(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    /** Whose data it may touch; null for a token of the operator. */
    organisationId: text(),
    scopes: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    /** The person who made it in the portal: it may never do more than they may now. */
    makerId: text(),
    /** When it was last seen, to the hour. */
    lastUsedAt: instant(),
  },
  (t) => [
    uniqueIndex('api_token_hash').on(t.tokenHash),
    index('api_token_open').on(t.organisationId, t.createdAt).where(sql`revoked_at IS NULL`),
  ],
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
    source: source().notNull(),
  },
  (t) => [
    index('audit_log_entity').on(t.entity, t.entityId),
    index('audit_log_at').on(t.at),
    index('audit_log_actor').on(t.actor, t.seq),
    index('audit_log_action').on(t.action, t.seq),
  ],
)

/**
 * The chain over the audit log: `hash` covers the row of the same `seq` and the hash before it, so a
 * row that is changed, added between or taken out no longer fits. Written right after the change, in
 * order, and the same whoever writes it. Append-only by trigger.
 */
export const auditSeal = sqliteTable('audit_seal', {
  seq: integer().primaryKey(),
  /** SHA-256, base64url. */
  hash: text().notNull(),
})

export const IMPORT_STATES = [
  'running',
  'done',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const

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
    /** Those of runs from before there were counts hold nothing. */
    counts: text({ mode: 'json' }).$type<Partial<ImportCounts>>().notNull(),
    /** `undoing` while it is being taken back; null for runs from before there were states. */
    state: text({ enum: IMPORT_STATES }),
    rowsDone: integer(),
    rowsTotal: integer(),
    finishedAt: instant(),
    undoneAt: instant(),
    undoneBy: text(),
    /** What was told of the rows, as JSON, while it is small enough to keep. */
    report: text({ mode: 'json' }),
    /** The organisation whose own list it was; null for what officers and operators read in. */
    organisationId: text(),
  },
  (t) => [
    index('import_run_created').on(t.createdAt),
    // Those of a producer, newest first.
    index('import_run_of').on(t.organisationId, t.createdAt, t.id),
  ],
)

export const CHANGED_ENTITIES = [
  'organisation',
  'site',
  'site_crop',
  'code',
  'code_market',
  'code_status_event',
] as const

type ChangedFields = Readonly<Record<string, unknown>>

/** What an import wrote, so that it can be taken back whole: newest first, each with what stood before. */
export const importChange = sqliteTable(
  'import_change',
  {
    importId: text().notNull(),
    seq: integer().notNull(),
    entity: text({ enum: CHANGED_ENTITIES }).notNull(),
    /** Of a crop: its site. Of a market: its code. */
    entityId: text().notNull(),
    /** Null for a new row, else the fields that were changed. */
    before: text({ mode: 'json' }).$type<ChangedFields | null>(),
    after: text({ mode: 'json' }).$type<ChangedFields>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.seq] }),
    index('import_change_entity').on(t.entity, t.entityId),
  ],
)

/** A file handed in through the portal and not yet acted on; gone after a day. */
export const upload = sqliteTable(
  'upload',
  {
    id: id(),
    kind: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storeKey: text().notNull(),
    /** What was chosen beside the file (market, province, …). */
    options: text({ mode: 'json' }),
    userId: text().notNull(),
    organisationId: text(),
    createdAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('upload_created').on(t.createdAt)],
)

/** Files where there is no bucket and no disk folder: small pieces, so that no answer is too large. */
export const storedFile = sqliteTable(
  'stored_file',
  {
    storeKey: text().notNull(),
    part: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storeKey, t.part] })],
)

/**
 * What a write with an Idempotency-Key has done, written in the atomic batch of the change itself: the
 * row is claim and answer in one, so there is no change without it and no claim without a change.
 */
export const writeReceipt = sqliteTable(
  'write_receipt',
  {
    /** Whose key it is. */
    actor: text().notNull(),
    key: text().notNull(),
    /** Of method, path and body: another request under the same key is refused. */
    requestHash: text().notNull(),
    /** What the answer is made of again; labels and runs by their id, for they never change. */
    receipt: text({ mode: 'json' }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.key] }),
    index('write_receipt_created').on(t.createdAt),
  ],
)

/** Answers as versions before `write_receipt` kept them, for backups of that time. Nothing is written here. */
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

/**
 * Never holds a row: its trigger drops a condition that holds, and fails the whole batch of
 * statements for one that does not. See `guardStatement`.
 */
export const writeGuard = sqliteTable('write_guard', { holds: integer().notNull() })
