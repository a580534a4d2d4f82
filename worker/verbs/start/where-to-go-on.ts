import { listBatches } from '../../../db/queries/batch-list.ts'
import { listProducts } from '../../../db/queries/product-list.ts'
import type { Reading } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'

/** How far somebody is on the way to the first label; each step is the thing itself, so none is lost. */
export type StartStep =
  | { readonly step: 'product' }
  | { readonly step: 'net_content'; readonly productId: string }
  | { readonly step: 'batch'; readonly productId: string }
  | { readonly step: 'labels'; readonly productId: string; readonly ref: string }
  | { readonly step: 'done'; readonly productId: string; readonly ref: string }

/** The first step that is still to be taken by an organisation that has printed no label yet. */
export async function whereToGoOn(
  ctx: Reading,
  asked: { readonly organisationId: string; readonly skipped: boolean },
): Promise<StartStep> {
  const { organisationId, skipped } = asked
  requirePermission(ctx, 'batches.write', { organisationId, place: null })
  const bounds = { kind: 'organisation', organisationId } as const
  const narrowed = { organisationId: null, gtin: null, after: null, limit: 1 }
  const [products, batches] = await Promise.all([
    listProducts(ctx.db, { ...narrowed, bounds, words: [], archived: false }),
    listBatches(ctx.db, { ...narrowed, bounds, productId: null, lot: null }),
  ])
  const [product] = products
  const [batch] = batches
  if (batch !== undefined) {
    const { productId, ref, sealedAt } = batch
    return { step: sealedAt === null ? 'labels' : 'done', productId, ref }
  }
  if (product === undefined) return { step: 'product' }
  const { id: productId, netContentValue } = product
  return { step: netContentValue === null && !skipped ? 'net_content' : 'batch', productId }
}
