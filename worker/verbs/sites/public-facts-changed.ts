import type { Statement } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { refreshEntriesFor } from '../codes/refresh-register-entries.ts'
import type { VerbContext } from '../context.ts'

/**
 * What follows from a change of a place that anyone can see, to stand last in the verb's own batch:
 * documents of its batches are marked, its codes' entries in the public register made anew. Call
 * `rebuildMarkedDocuments` after the batch.
 */
export function publicFactsChanged(ctx: Pick<VerbContext, 'db'>, siteId: string): Statement[] {
  return [
    markDocumentsStale(ctx.db, { siteIds: [siteId], batchIds: [] }),
    ...refreshEntriesFor(ctx.db, { siteIds: [siteId] }),
  ]
}
