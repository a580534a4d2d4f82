import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelException } from '../schema/index.ts'
import { MAX_EXCEPTIONS_PER_BATCH } from './batch-facts.ts'
import { firstOf } from './first-of.ts'
import type { Statement } from './run-batch.ts'

export type ExceptionRow = typeof labelException.$inferSelect

export function insertException(db: Database, row: ExceptionRow): Statement {
  return db.insert(labelException).values(row)
}

export function readException(db: Database, id: string): Promise<ExceptionRow | null> {
  return firstOf(db.select().from(labelException).where(eq(labelException.id, id)).limit(1))
}

/** Exceptions of a batch that hold: neither taken back nor amended by a later row. */
export async function listStandingExceptions(
  db: Database,
  batchId: string,
): Promise<ExceptionRow[]> {
  const rows = await db
    .select()
    .from(labelException)
    .where(eq(labelException.batchId, batchId))
    .limit(MAX_EXCEPTIONS_PER_BATCH)
  const amended = new Set(rows.map((row) => row.amendsId))
  return rows.filter((row) => !row.withdrawn && !amended.has(row.id))
}

/** Holds while nothing has amended the exception yet. */
export function isUnamended(exceptionId: string, batchId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM label_exception WHERE batch_id = ${batchId} AND amends_id = ${exceptionId})`
}

/** Holds while the batch has room for one more exception, of those that a scan reads. */
export function hasRoomForException(batchId: string): SQL {
  return sql`((SELECT count(*) FROM label_exception WHERE batch_id = ${batchId}) < ${MAX_EXCEPTIONS_PER_BATCH})`
}

export function setAnnulled(db: Database, input: { batchId: string; at: number }): Statement {
  return db.run(sql`UPDATE batch SET annulled_at = ${input.at} WHERE id = ${input.batchId}`)
}

export function isNotAnnulled(batchId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM batch WHERE id = ${batchId} AND annulled_at IS NULL)`
}
