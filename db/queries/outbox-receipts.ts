import { inArray, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { isErrorOf } from '../errors.ts'
import { outboxReceipt } from '../schema/index.ts'
import { pick } from './pick.ts'
import { insertOf } from './row-statements.ts'

export type OutboxReceiptRow = typeof outboxReceipt.$inferSelect

/** What tells a record that was stored from another under its id. */
export type StoredId = Pick<OutboxReceiptRow, 'id' | 'account' | 'bodyHash'>

/** Which of these ids are stored, and what they say. Bounded by what is asked. */
export function readStoredIds(db: Database, ids: readonly string[]): Promise<StoredId[]> {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return db
    .select(pick(outboxReceipt, 'id', 'account', 'bodyHash'))
    .from(outboxReceipt)
    .where(inArray(outboxReceipt.id, list))
}

/** To stand first in the batch of a record: it fails, and the record with it, where the id is taken. */
export const insertOutboxReceipt = insertOf(outboxReceipt)

/** True when a batch failed because the id is stored, by the same record or by another. */
export function isOutboxIdTaken(error: unknown): boolean {
  return isErrorOf(error, /UNIQUE constraint failed: outbox_receipt\./)
}
