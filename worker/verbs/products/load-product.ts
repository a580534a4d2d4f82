import { type ProductRow, readProduct } from '../../../db/queries/products.ts'
import type { VerbContext } from '../context.ts'
import { mayTouch } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A product the actor may touch; another organisation's is simply not there. */
export async function loadProduct(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  productId: string,
): Promise<ProductRow> {
  const row = await readProduct(ctx.db, productId)
  if (row === null || !mayTouch(ctx.actor, row.organisationId)) {
    throw notFound({ vi: 'sản phẩm này', en: 'product', zh: '该产品' })
  }
  return row
}
