import type { KitProduct } from '../../../worker/domain/diary/field-kit.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'

const LEAST_LETTERS = 2
const MOST_FOUND = 6

/** Products of the list whose name or active ingredient has what was typed, permitted on the day. */
export function findProducts(
  products: readonly KitProduct[],
  asked: { readonly name: string; readonly on: string },
): readonly KitProduct[] {
  const typed = foldVietnamese(asked.name).trim()
  if (typed.length < LEAST_LETTERS) return []
  const found = products.filter(
    (product) =>
      isPermitted(product, asked.on) &&
      foldVietnamese(`${product.name} ${product.activeIngredients}`).includes(typed),
  )
  // What begins as it was typed is what was meant.
  const begins = ({ name }: KitProduct) => (foldVietnamese(name).startsWith(typed) ? 0 : 1)
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, MOST_FOUND)
}

function isPermitted({ permittedFromOn, permittedToOn }: KitProduct, on: string): boolean {
  return (
    (permittedFromOn === null || permittedFromOn <= on) &&
    (permittedToOn === null || on <= permittedToOn)
  )
}
