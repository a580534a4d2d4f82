import { packsOf } from '../../../domain/products/net-content.ts'
import { kilogramsOf } from '../../../verbs/batches/mass-balance.ts'
import type { loadProduct } from '../../../verbs/products/load-product.ts'

type Packed = Pick<Awaited<ReturnType<typeof loadProduct>>, 'netContentValue' | 'netContentUnit'>
type Quantity = Parameters<typeof kilogramsOf>[0]

/** How many packs of a product a quantity fills; null where that cannot be told. */
export function packsIn(product: Packed, quantity: Quantity): number | null {
  const { netContentValue: value, netContentUnit: unit } = product
  return packsOf({
    quantityKg: kilogramsOf(quantity),
    netContent: value === null || unit === null ? null : { value, unit },
  })
}
