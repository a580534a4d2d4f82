import { type PublicProductRow, readPublicProduct } from '../../../db/queries/public-products.ts'
import type { PublicProduct } from '../../domain/products/public-product.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { publicProductView } from './public-product-view.ts'

export type ProductAnswer =
  | ({ readonly kind: 'found' } & Fresh<PublicProduct>)
  /** Asked for with words before its id, as links for people have them. */
  | { readonly kind: 'read_as'; readonly id: string }

/** A product by its id, or by words, a hyphen and its id; null where there is none. */
export async function findPublicProduct(
  deps: PublicReadDeps,
  typed: string,
): Promise<ProductAnswer | null> {
  if (!TYPED.test(typed)) return null
  const { value: row, readAt, stale } = await readRow(deps, typed)
  if (row !== null) {
    const value = publicProductView(row, vietnamDateOf(deps.now()))
    return { kind: 'found', value, readAt, stale }
  }
  const id = WITH_WORDS.exec(typed)?.[1]
  if (id === undefined || (await readRow(deps, id)).value === null) return null
  return { kind: 'read_as', id }
}

const TYPED = /^[\w-]{1,300}$/
/** Ids have 21 characters, hyphens among them. */
const WITH_WORDS = /-([\w-]{21})$/

function readRow(deps: PublicReadDeps, id: string): Promise<Fresh<PublicProductRow | null>> {
  return readFresh(deps, {
    key: `product-1:${id}`,
    load: () => readPublicProduct(deps.db(), id),
  })
}
