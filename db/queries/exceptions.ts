import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, labelException } from '../schema/index.ts'
import { MAX_EXCEPTIONS_PER_BATCH } from './batch-facts.ts'
import { firstOf } from './first-of.ts'
import { standsWith } from './row-guards.ts'
import { insertOf, readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type ExceptionRow = typeof labelException.$inferSelect

export const insertException = insertOf(labelException)

export const readException = readOf(labelException, labelException.id)

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

/** All exceptions of a batch, and what took them back, in the order of recording. */
export function listAllExceptions(db: Database, batchId: string): Promise<ExceptionRow[]> {
  return db
    .select()
    .from(labelException)
    .where(eq(labelException.batchId, batchId))
    .orderBy(labelException.recordedAt, labelException.id)
    .limit(MAX_EXCEPTIONS_PER_BATCH)
}

/** What an exception says; the day it holds from only where it was named. */
export type SaidException = Pick<
  ExceptionRow,
  'kind' | 'batchId' | 'runId' | 'fromSerial' | 'toSerial' | 'reason' | 'documentNo' | 'wording'
> & { readonly effectiveOn: string | null }

/** The exception that says just this and holds; null where there is none. */
export async function findSameException(db: Database, said: SaidException): Promise<string | null> {
  const row = await firstOf(
    db.select({ id: labelException.id }).from(labelException).where(sameAs(said)).limit(1),
  )
  return row?.id ?? null
}

/** Holds while no exception that holds says just this. */
export function isNotSaid(said: SaidException): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM label_exception WHERE ${sameAs(said)})`
}

function sameAs(said: SaidException): SQL {
  const { kind, batchId, runId, fromSerial, toSerial, reason, documentNo, effectiveOn } = said
  const wording = said.wording === null ? null : JSON.stringify(said.wording)
  return sql`label_exception.batch_id = ${batchId} AND label_exception.kind = ${kind}
    AND label_exception.run_id IS ${runId} AND label_exception.from_serial IS ${fromSerial}
    AND label_exception.to_serial IS ${toSerial} AND label_exception.reason IS ${reason}
    AND label_exception.document_no IS ${documentNo} AND label_exception.wording IS ${wording}
    AND (${effectiveOn} IS NULL OR label_exception.effective_on = ${effectiveOn})
    AND label_exception.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM label_exception later
      WHERE later.batch_id = ${batchId} AND later.amends_id = label_exception.id)`
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

export const isNotAnnulled = standsWith(batch, { annulledAt: null })
