import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { statusDue } from '../schema/index.ts'
import { flag } from './fields.ts'
import { rowOf } from './rows-of.ts'
import { askBatch, type Statement } from './run-batch.ts'

/** What a trigger noted, or a day that has come: a batch to judge anew. */
export type DueBatch = { readonly id: number; readonly batchId: string }

/** Codes taken apart into their batches at once. */
const CODES = 20

/**
 * The batches that have waited longest, after codes were taken apart into theirs and those whose day
 * has come were added; each step moves a row on or leaves it, so nothing is lost between readers.
 */
export async function readDueBatches(
  db: Database,
  input: { readonly today: string; readonly limit: number },
): Promise<DueBatch[]> {
  const { today, limit } = input
  const codes = sql`(SELECT id FROM status_due WHERE kind = 'code' ORDER BY id LIMIT ${CODES})`
  const dated = sql`(SELECT rowid FROM label_status
    WHERE next_change_on <= ${today} ORDER BY next_change_on LIMIT ${limit})`
  const [, , , , rows] = await askBatch(db, [
    db.run(sql`INSERT INTO status_due (kind, subject_id)
      SELECT DISTINCT 'batch', bc.batch_id FROM status_due d
        JOIN batch_code bc ON bc.code_id = d.subject_id
        JOIN batch b ON b.id = bc.batch_id AND b.sealed_at IS NOT NULL
      WHERE d.id IN ${codes}`),
    db.run(sql`DELETE FROM status_due WHERE id IN ${codes}`),
    db.run(sql`INSERT INTO status_due (kind, subject_id)
      SELECT DISTINCT 'batch', batch_id FROM label_status WHERE rowid IN ${dated}`),
    db.run(sql`UPDATE label_status SET next_change_on = NULL WHERE rowid IN ${dated}`),
    db
      .select({ id: statusDue.id, batchId: statusDue.subjectId })
      .from(statusDue)
      .where(eq(statusDue.kind, 'batch'))
      .orderBy(statusDue.id)
      .limit(limit),
  ])
  return rows
}

/** Whether anything waits; one look at two indexes. */
export async function isStatusDue(db: Database, today: string): Promise<boolean> {
  const due = flag(sql`EXISTS (SELECT 1 FROM status_due)
    OR EXISTS (SELECT 1 FROM label_status WHERE next_change_on <= ${today})`)
  return (await rowOf(db, { due })).due
}

/** Holds while all of these still wait: whoever judged them first has taken them away. */
export function areStillDue(ids: readonly number[]) {
  return sql`((SELECT count(*) FROM status_due
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))) = ${ids.length})`
}

export function deleteDue(db: Database, ids: readonly number[]): Statement {
  return db.run(
    sql`DELETE FROM status_due WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}
