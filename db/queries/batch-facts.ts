import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { decisionsForBatch } from './decisions-for-batch.ts'

/** The JSON texts of one batch as read: parsed by the caller, compared as text to see a change. */
export type BatchFactsRow = {
  readonly document: string
  readonly events: string
  readonly runs: string
  readonly exceptions: string
  /** Units' labels that may be copied: [unitSpace, serial, suspectedAt]. */
  readonly suspects: string
  /** [count, firstOn] of the asked label, or null when it was never scanned. */
  readonly scans: string | null
}

/** Bounds of what one batch may carry; issuing and recording refuse to pass them. */
export const MAX_RUNS_PER_BATCH = 2_000
export const MAX_EXCEPTIONS_PER_BATCH = 2_000
/** Of more than so many the rest is in the inspectors' list alone. */
const MAX_SUSPECTS_PER_BATCH = 5_000

/**
 * All that a scan needs of a batch, in one statement and one round trip: the document row by its
 * primary key, and beside it the status events, runs and exceptions by their indexes, each as one
 * JSON text (six statements cost twice as much).
 */
export async function readBatchFacts(
  db: Database,
  input: { ref: string; unitSpace: string; serial: number; today: string },
): Promise<BatchFactsRow | null> {
  const [row] = await db.all<BatchFactsRow>(sql`
    SELECT d.document AS document, ${besideDocument(input.today)},
      (SELECT json_array(n.count, n.first_on) FROM scan_count n
        WHERE n.unit_space = ${input.unitSpace} AND n.serial = ${input.serial}) AS scans
    FROM batch_document d WHERE d.ref = ${input.ref}`)
  return row ?? null
}

/** As `readBatchFacts`, of many batches at once, without what their documents tell of the diary. */
export async function readFactsOfBatches(
  db: Database,
  input: { batchIds: readonly string[]; today: string },
): Promise<(BatchFactsRow & { readonly batchId: string })[]> {
  return db.all(sql`
    SELECT d.batch_id AS batchId, json_remove(d.document, '$.provenance.diary') AS document,
      ${besideDocument(input.today)}, NULL AS scans
    FROM json_each(${JSON.stringify(input.batchIds)}) asked
      JOIN batch_document d ON d.batch_id = asked.value`)
}

function besideDocument(today: string): SQL {
  return sql`${decisionsForBatch({ batchId: sql`d.batch_id`, today })} AS events,
      (SELECT json_group_array(json_array(r.id, r.profile, r.kid, r.from_serial, r.to_serial,
          r.created_at, r.revoked_from, r.revoked_at, r.has_pin))
        FROM (SELECT l.*, k.revoked_from, k.revoked_at FROM label_run l JOIN signing_key k ON k.kid = l.kid
          WHERE l.batch_id = d.batch_id LIMIT ${MAX_RUNS_PER_BATCH}) r) AS runs,
      (SELECT json_group_array(json_array(x.id, x.kind, x.run_id, x.from_serial, x.to_serial,
          x.effective_on, x.recorded_at, x.wording, x.document_no, x.amends_id, x.withdrawn, x.authority))
        FROM (SELECT * FROM label_exception WHERE batch_id = d.batch_id
          LIMIT ${MAX_EXCEPTIONS_PER_BATCH}) x) AS exceptions,
      (SELECT json_group_array(json_array(q.unit_space, q.serial, q.suspected_at))
        FROM (SELECT * FROM scan_count WHERE suspected_ref = d.ref AND decision IS NOT 'dismissed'
          LIMIT ${MAX_SUSPECTS_PER_BATCH}) q) AS suspects`
}

/** How often one label was scanned, by primary key. (Drizzle's `get` throws where there is no row.) */
export async function readScanCount(
  db: Database,
  input: { unitSpace: string; serial: number },
): Promise<{ count: number; firstOn: string } | null> {
  const [row] = await db.all<{ count: number; firstOn: string }>(sql`
    SELECT count, first_on AS firstOn FROM scan_count
    WHERE unit_space = ${input.unitSpace} AND serial = ${input.serial}`)
  return row ?? null
}
