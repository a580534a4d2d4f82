import { and, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { isErrorOf } from '../errors.ts'
import { writeReceipt } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import type { Statement } from './run-batch.ts'

/** A caller's Idempotency-Key. */
export type WriteKey = { readonly actor: string; readonly key: string }

export type ReceiptRow = Pick<typeof writeReceipt.$inferSelect, 'requestHash' | 'receipt'>

const theirs = ({ actor, key }: WriteKey) =>
  and(eq(writeReceipt.actor, actor), eq(writeReceipt.key, key))

/** What was done under a key; null where nothing was, or longer ago than `since`. */
export function readReceipt(
  db: Database,
  asked: WriteKey & { readonly since: number },
): Promise<ReceiptRow | null> {
  return firstOf(
    db
      .select({ requestHash: writeReceipt.requestHash, receipt: writeReceipt.receipt })
      .from(writeReceipt)
      .where(and(theirs(asked), gte(writeReceipt.createdAt, asked.since))),
  )
}

const OLD_ROWS_A_TIME = 100

/** To stand first in the batch of a change: it fails, and the change with it, where the key is taken. */
export function receiptStatements(
  db: Database,
  row: WriteKey & {
    readonly requestHash: string
    readonly receipt: unknown
    readonly at: number
    /** Receipts older than this are over: the key's own makes way, and some others go too. */
    readonly since: number
  },
): Statement[] {
  const { actor, key, requestHash, receipt, at, since } = row
  return [
    db.run(sql`DELETE FROM write_receipt
      WHERE (actor = ${actor} AND key = ${key} AND created_at < ${since})
        OR rowid IN (SELECT rowid FROM write_receipt WHERE created_at < ${since}
          ORDER BY created_at LIMIT ${OLD_ROWS_A_TIME})`),
    db.insert(writeReceipt).values({ actor, key, requestHash, receipt, createdAt: at }),
  ]
}

/** True when a batch failed because its key was taken, by the same request or by another. */
export function isKeyTaken(error: unknown): boolean {
  return isErrorOf(error, /UNIQUE constraint failed: write_receipt\./)
}
