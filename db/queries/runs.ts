import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, labelRun } from '../schema/index.ts'
import type { BatchFactsRow } from './batch-facts.ts'
import { MAX_RUNS_PER_BATCH } from './batch-facts.ts'
import { decisionsForBatch } from './decisions-for-batch.ts'
import { number, text } from './fields.ts'
import { rowOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type RunRow = typeof labelRun.$inferSelect

/** A run with what its batch says of itself. */
export type RunOfBatch = {
  readonly run: RunRow
  readonly batch: typeof batch.$inferSelect
}

export async function readRun(db: Database, id: string): Promise<RunOfBatch | null> {
  const [row] = await db
    .select({ run: labelRun, batch })
    .from(labelRun)
    .innerJoin(batch, eq(batch.id, labelRun.batchId))
    .where(eq(labelRun.id, id))
    .limit(1)
  return row ?? null
}

export function listRuns(db: Database, batchId: string): Promise<RunRow[]> {
  return db
    .select()
    .from(labelRun)
    .where(eq(labelRun.batchId, batchId))
    .orderBy(desc(labelRun.createdAt), labelRun.id)
    .limit(MAX_RUNS_PER_BATCH)
}

/** The runs that were stored last, of whatever batch. */
export function listLatestRuns(db: Database, limit: number): Promise<RunRow[]> {
  return db.select().from(labelRun).orderBy(sql`rowid DESC`).limit(limit)
}

/**
 * Stores a run whose serials follow the last one of its space, in ONE statement: two runs at once
 * can never take the same serials. `count` 0 is a run of whole-batch labels (serial 0).
 */
export function insertRun(
  db: Database,
  run: Omit<RunRow, 'fromSerial' | 'toSerial' | 'organisationId'> & { count: number },
): Statement {
  const from = run.count === 0 ? sql`0` : sql`last + 1`
  const to = run.count === 0 ? sql`0` : sql`last + ${run.count}`
  return db.run(sql`
    INSERT INTO label_run (id, batch_id, profile, kid, unit_space, from_serial, to_serial, copies, created_at, actor, organisation_id, has_pin)
    SELECT ${run.id}, ${run.batchId}, ${run.profile}, ${run.kid}, ${run.unitSpace}, ${from}, ${to},
      ${run.copies}, ${run.createdAt}, ${run.actor},
      (SELECT organisation_id FROM batch WHERE id = ${run.batchId}), ${run.hasPin ? 1 : 0}
    FROM (SELECT coalesce(max(to_serial), 0) AS last FROM label_run WHERE unit_space = ${run.unitSpace})`)
}

/** The greatest serial given out in a space; 0 before the first. */
export async function readLastSerial(db: Database, unitSpace: string): Promise<number> {
  const last = number(sql`coalesce(max(to_serial), 0)`)
  const row = await rowOf(db, { last }, sql`label_run WHERE unit_space = ${unitSpace}`)
  return row.last
}

/** Holds while so many more serials fit the space. */
export function hasRoomFor(input: { unitSpace: string; count: number; largest: number }): SQL {
  return sql`((SELECT coalesce(max(to_serial), 0) FROM label_run WHERE unit_space = ${input.unitSpace}) + ${input.count} <= ${input.largest})`
}

/** Holds while the batch has room for one more run. */
export function hasRoomForRun(batchId: string): SQL {
  return sql`((SELECT count(*) FROM label_run WHERE batch_id = ${batchId}) < ${MAX_RUNS_PER_BATCH})`
}

/** Labels made for a batch: units, and copies of those of the whole batch. */
export async function countLabels(db: Database, batchId: string): Promise<number> {
  const labels = number(
    sql`coalesce(sum(CASE WHEN to_serial = 0 THEN copies ELSE to_serial - from_serial + 1 END), 0)`,
  )
  const row = await rowOf(db, { labels }, sql`label_run WHERE batch_id = ${batchId}`)
  return row.labels
}

export async function countRuns(db: Database, batchId: string): Promise<number> {
  return await db.$count(labelRun, eq(labelRun.batchId, batchId))
}

/** Holds while the key signs new runs. */
export function keyIsActive(kid: string): SQL {
  return sql`EXISTS (SELECT 1 FROM signing_key WHERE kid = ${kid} AND status = 'active')`
}

/** Seals the batch, unless it is already; its use of codes has been judged by then. */
export function sealBatch(db: Database, input: { batchId: string; at: number }): Statement {
  return db.run(
    sql`UPDATE batch SET sealed_at = ${input.at}, code_use_checked_at = ${input.at}
      WHERE id = ${input.batchId} AND sealed_at IS NULL`,
  )
}

/** The changing facts of a batch in the very shape a scan reads them, document or not. */
export function readChangingFacts(
  db: Database,
  input: { batchId: string; today: string },
): Promise<Pick<BatchFactsRow, 'events' | 'exceptions'>> {
  const { batchId } = input
  const exceptions = sql`(SELECT json_group_array(json_array(id, kind, run_id, from_serial,
      to_serial, effective_on, recorded_at, wording, document_no, amends_id, withdrawn, authority))
    FROM label_exception WHERE batch_id = ${batchId})`
  return rowOf(db, {
    events: text(decisionsForBatch({ batchId: sql`${batchId}`, today: input.today })),
    exceptions: text(exceptions),
  })
}
