import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchDocument } from '../schema/batch.ts'
import { scanCount } from '../schema/scan.ts'
import { among } from './among.ts'
import { decisionsForBatch } from './decisions-for-batch.ts'
import { maybe, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'

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
export function readBatchFacts(
  db: Database,
  input: { ref: string; unitSpace: string; serial: number; today: string },
): Promise<BatchFactsRow | null> {
  const scans = sql`(SELECT json_array(n.count, n.first_on) FROM scan_count n
    WHERE n.unit_space = ${input.unitSpace} AND n.serial = ${input.serial})`
  return firstOf(
    db
      .select({
        document: batchDocument.document,
        ...besideDocument(input.today),
        scans: maybe(text(scans)),
      })
      .from(batchDocument)
      .where(eq(batchDocument.ref, input.ref)),
  )
}

/** As `readBatchFacts`, of many batches at once, without what their documents tell of the diary. */
export async function readFactsOfBatches(
  db: Database,
  input: { batchIds: readonly string[]; today: string },
): Promise<(BatchFactsRow & { readonly batchId: string })[]> {
  const rows = await db
    .select({
      batchId: batchDocument.batchId,
      document: text(sql`json_remove(${batchDocument.document}, '$.provenance.diary')`),
      ...besideDocument(input.today),
    })
    .from(batchDocument)
    .where(sql`${batchDocument.batchId} IN ${among(input.batchIds)}`)
  return rows.map((row) => ({ ...row, scans: null }))
}

function besideDocument(today: string) {
  return {
    events: text(decisionsForBatch({ batchId: sql`${batchDocument.batchId}`, today })),
    runs: text(sql`(SELECT json_group_array(json_array(r.id, r.profile, r.kid, r.from_serial, r.to_serial,
          r.created_at, r.revoked_from, r.revoked_at, r.has_pin))
        FROM (SELECT l.*, k.revoked_from, k.revoked_at FROM label_run l JOIN signing_key k ON k.kid = l.kid
          WHERE l.batch_id = ${batchDocument.batchId} LIMIT ${MAX_RUNS_PER_BATCH}) r)`),
    exceptions:
      text(sql`(SELECT json_group_array(json_array(x.id, x.kind, x.run_id, x.from_serial, x.to_serial,
          x.effective_on, x.recorded_at, x.wording, x.document_no, x.amends_id, x.withdrawn, x.authority))
        FROM (SELECT * FROM label_exception WHERE batch_id = ${batchDocument.batchId}
          LIMIT ${MAX_EXCEPTIONS_PER_BATCH}) x)`),
    suspects: text(sql`(SELECT json_group_array(json_array(q.unit_space, q.serial, q.suspected_at))
        FROM (SELECT * FROM scan_count WHERE suspected_ref = ${batchDocument.ref} AND decision IS NOT 'dismissed'
          LIMIT ${MAX_SUSPECTS_PER_BATCH}) q)`),
  }
}

/** How often one label was scanned, by primary key. */
export function readScanCount(
  db: Database,
  input: { unitSpace: string; serial: number },
): Promise<{ count: number; firstOn: string } | null> {
  const { unitSpace, serial } = scanCount
  return firstOf(
    db
      .select(pick(scanCount, 'count', 'firstOn'))
      .from(scanCount)
      .where(and(eq(unitSpace, input.unitSpace), eq(serial, input.serial))),
  )
}
