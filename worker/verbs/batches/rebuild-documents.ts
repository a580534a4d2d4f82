import { listBatchesOfWorks, listDocumentedBatches } from '../../../db/queries/batch-documents.ts'
import { batchSourcesVersion } from '../../../db/queries/batch-sources.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { isAsRead } from '../../../db/queries/is-as-read.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import type { DatedLookup, VerbContext } from '../context.ts'
import { tooBusy } from '../guard/refusals.ts'
import { buildBatchDocument } from './build-batch-document.ts'
import { documentStatement } from './document-statement.ts'

const PAGE = 100
const ATTEMPTS = 5

/** Whose sources changed. */
export type ChangedSources = {
  readonly batchIds?: readonly string[]
  readonly siteIds?: readonly string[]
  readonly productIds?: readonly string[]
  readonly organisationIds?: readonly string[]
  /** Entries of a diary: they concern no batch that was packed long before. */
  readonly works?: readonly Work[]
}

/** Work at a place on a day, as a diary tells it. */
export type Work = { readonly siteId: string; readonly occurredOn: string }

/**
 * Writes anew the documents of sealed batches that draw on what changed; call it after the change
 * is stored. Safe to repeat, and safe beside others doing the same: a document is only stored if
 * its sources are still those it was made from. Returns how many were written.
 */
export async function rebuildDocumentsFor(
  ctx: DatedLookup & Partial<Pick<VerbContext, 'giveWay'>>,
  changed: ChangedSources,
): Promise<number> {
  const wanted = [
    { by: 'batch', ids: changed.batchIds ?? [] },
    { by: 'site', ids: changed.siteIds ?? [] },
    { by: 'product', ids: changed.productIds ?? [] },
    { by: 'organisation', ids: changed.organisationIds ?? [] },
  ] as const
  let written = 0
  for (const { by, ids } of wanted) {
    if (ids.length === 0) continue
    written += await rebuildInPages(ctx, (at) => listDocumentedBatches(ctx.db, { by, ids, ...at }))
  }
  const { works = [] } = changed
  if (works.length === 0) return written
  return written + (await rebuildInPages(ctx, (at) => listBatchesOfWorks(ctx.db, works, at)))
}

async function rebuildInPages(
  ctx: Parameters<typeof rebuildDocumentsFor>[0],
  list: (at: { readonly afterId: string; readonly limit: number }) => Promise<string[]>,
): Promise<number> {
  let written = 0
  let afterId = ''
  for (;;) {
    const page = await list({ afterId, limit: PAGE })
    for (const batchId of page) {
      await ctx.giveWay?.()
      await rebuildDocument(ctx, batchId)
    }
    written += page.length
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return written
    afterId = last
  }
}

async function rebuildDocument(ctx: DatedLookup, batchId: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const built = await buildBatchDocument(ctx.db, batchId)
    if (built === null) return
    const { document, version } = built
    try {
      // What follows from a change that `change()` has stored: no right is asked for it again.
      await runBatch(ctx.db, [
        guardStatement(ctx.db, isAsRead(batchSourcesVersion(batchId), version)),
        documentStatement(ctx.db, { document, now: ctx.now() }),
      ])
      return
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}
