import { listStaleDocuments } from '../../../db/queries/stale-documents.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { DatedLookup, VerbContext } from '../context.ts'

const PAGE = 100

/**
 * Writes anew every document marked as stale. What changes a document's sources marks it in the same
 * atomic batch, so a writer that is stopped half-way leaves a mark and never a document that is
 * quietly wrong: whoever imports next, or the daily job, makes good. Safe to repeat and to run
 * beside others. Returns how many were written.
 */
export async function rebuildMarkedDocuments(
  ctx: DatedLookup & Partial<Pick<VerbContext, 'giveWay'>>,
): Promise<number> {
  let written = 0
  let afterId = ''
  for (;;) {
    const page = await listStaleDocuments(ctx.db, { afterId, limit: PAGE })
    if (page.length > 0) written += await rebuildDocumentsFor(ctx, { batchIds: page })
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return written
    afterId = last
  }
}
