import { readChangingFacts } from '../../../db/queries/runs.ts'
import { BATCH_COPY as W } from '../../copy/portal/batch.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { standingFacts, toBatchFacts } from '../scan/batch-facts.ts'
import type { Resolution } from '../scan/resolution.ts'
import { buildBatchDocument } from './build-batch-document.ts'
import { loadBatch } from './load-batch.ts'

/**
 * A batch as a typed code would show it if its labels were printed now: what a shopper will see,
 * before it is settled. Nothing is stored.
 */
export async function previewBatch(
  ctx: DatedReading,
  ref: string,
): Promise<Extract<Resolution, { kind: 'batch' }>> {
  const batch = await loadBatch(ctx, ref, 'batches.read')
  const built = await buildBatchDocument(ctx.db, batch.id)
  if (built === null) throw conflict(W.previewNeedsDay)
  const checkedAt = ctx.now()
  const today = vietnamDateOf(checkedAt)
  const changing = await readChangingFacts(ctx.db, { batchId: batch.id, today })
  const none = { runs: '[]', suspects: '[]', scans: null }
  const texts = { document: JSON.stringify(built.document), ...changing, ...none }
  const facts = toBatchFacts(texts, null)
  const decision = decideStanding(standingFacts(facts, null), today)
  const told = { facts, decision, today, checkedAt, asOf: checkedAt, stale: false }
  return { kind: 'batch', label: null, jws: null, scans: null, hasPin: false, ...told }
}
