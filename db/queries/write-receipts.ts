import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { writeReceipt } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** A caller's Idempotency-Key. */
export type WriteKey = { readonly actor: string; readonly key: string }

export type ReceiptRow = { readonly requestHash: string; readonly receipt: unknown }

/** What was done under a key; null where nothing was, or longer ago than `since`. */
export async function readReceipt(
  db: Database,
  { actor, key, since }: WriteKey & { readonly since: number },
): Promise<ReceiptRow | null> {
  const [row] = await db.all<{ requestHash: string; receipt: string }>(sql`
    SELECT request_hash AS requestHash, receipt FROM write_receipt
    WHERE actor = ${actor} AND key = ${key} AND created_at >= ${since}`)
  return row === undefined
    ? null
    : { requestHash: row.requestHash, receipt: JSON.parse(row.receipt) }
}

const OLD_ROWS_A_TIME = 100

/** To stand first in the batch of a deed: it fails, and the deed with it, where the key is taken. */
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
  if (!(error instanceof Error)) return false
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return /UNIQUE constraint failed: write_receipt\./.test(`${error.message} ${cause}`)
}
