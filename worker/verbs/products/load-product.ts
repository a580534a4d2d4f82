import type { Database } from '../../../db/client.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { type ProductRow, readProduct } from '../../../db/queries/products.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { isByPlace, mayDo } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A product, to do something to it; another organisation's is simply not there. */
export async function loadProduct(
  ctx: Reading,
  productId: string,
  to: Permission,
): Promise<ProductRow> {
  if (isByPlace(ctx.actor, to)) {
    const { product, target } = await productOf(ctx.db, productId)
    if (mayDo(ctx.actor, to, target)) return product
    throw noSuchProduct()
  }
  const row = await readProduct(ctx.db, productId)
  const own = row === null ? null : { organisationId: row.organisationId, place: null }
  if (row === null || !mayDo(ctx.actor, to, own)) throw noSuchProduct()
  return row
}

/** A product of anyone's, and its organisation as the permission table asks for it. */
export async function productOf(
  db: Database,
  productId: string,
): Promise<{ product: ProductRow; target: Target }> {
  const product = await readProduct(db, productId)
  const owner = product === null ? null : await readOrganisation(db, product.organisationId)
  if (product === null || owner === null) throw noSuchProduct()
  return { product, target: targetOfOrganisation(owner) }
}

function noSuchProduct(): Error {
  return notFound(THINGS.product)
}
