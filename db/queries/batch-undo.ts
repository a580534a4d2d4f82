import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, type RowOf } from './fields.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

/** True, of the row `b`, where something hangs on it already. */
const IS_USED = sql`(EXISTS (SELECT 1 FROM lot_edge e WHERE e.from_batch_id = b.id)
  OR EXISTS (SELECT 1 FROM batch_sale s WHERE s.batch_id = b.id))`

const BATCH = {
  ...pick(batch, 'id', 'ref', 'lot', 'organisationId', 'sealedAt', 'annulledAt'),
  isUsed: flag(sql`(SELECT ${IS_USED} FROM batch b WHERE b.id = ${batch.id})`),
}

/** A batch that a list declared, and whether anything came of it. */
export type ImportedBatch = RowOf<typeof BATCH>

/** How many batches a list declared. */
export function countImportedBatches(db: Database, importId: string): Promise<number> {
  return db.$count(batch, eq(batch.importId, importId))
}

/** The batches of a list after so many of them, the last first. Nothing is added to them. */
export function readBatchesBack(
  db: Database,
  input: { readonly importId: string; readonly skip: number; readonly limit: number },
): Promise<ImportedBatch[]> {
  return db
    .select(BATCH)
    .from(batch)
    .where(eq(batch.importId, input.importId))
    .orderBy(desc(sql`${batch}.rowid`))
    .limit(input.limit)
    .offset(input.skip)
}

/** Holds while nothing came of any of these batches. */
export function areUntouched(ids: readonly string[]): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM batch b WHERE b.id IN ${among(ids)}
    AND (b.sealed_at IS NOT NULL OR b.annulled_at IS NOT NULL OR ${IS_USED}))`
}

export function annulBatches(
  db: Database,
  input: { readonly ids: readonly string[]; readonly at: number },
): Statement {
  return db
    .update(batch)
    .set({ annulledAt: input.at })
    .where(sql`${batch.id} IN ${among(input.ids)}`)
}
