import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { KitProduct } from '../diary/field-kit.ts'
import type { PermittedProduct, RegisteredUse } from './types.ts'

/** More than anybody sprays: the most a device keeps. */
export const MOST_KIT_PRODUCTS = 1_500

/** Products registered for one of these crops, as a device keeps them; all where no crop is known. */
export function kitProducts(
  products: readonly PermittedProduct[],
  crops: readonly string[],
): KitProduct[] {
  const wanted = crops.map(foldVietnamese).filter((crop) => crop !== '')
  return products
    .flatMap((product) => {
      const uses = product.uses.filter(
        ({ crop }) => wanted.length === 0 || isAmong(foldVietnamese(crop), wanted),
      )
      return uses.length === 0 && product.uses.length > 0 ? [] : [kitProduct(product, uses)]
    })
    .slice(0, MOST_KIT_PRODUCTS)
}

function kitProduct(product: PermittedProduct, uses: readonly RegisteredUse[]): KitProduct {
  const intervals = uses.flatMap(({ intervalDays }) => intervalDays ?? [])
  const doses = new Set(uses.flatMap((use) => doseText(use) ?? []))
  const [dose = null] = doses
  return {
    id: product.id,
    name: product.tradeName,
    activeIngredients: product.activeIngredient,
    crops: distinct(uses.map(({ crop }) => crop)),
    pests: distinct(uses.flatMap(({ pest }) => pest ?? [])),
    // Of several the longest: to err towards safety.
    intervalDays: intervals.length === 0 ? null : Math.max(...intervals),
    reentryHours: product.reentryHours,
    dose: doses.size === 1 ? dose : null,
    permittedFromOn: product.permittedFromOn,
    permittedToOn: product.permittedToOn,
  }
}

/** `xoài` is meant by `xoài cát Hòa Lộc`, and the other way round. */
function isAmong(crop: string, wanted: readonly string[]): boolean {
  return wanted.some(
    (each) => ` ${each} `.includes(` ${crop} `) || ` ${crop} `.includes(` ${each} `),
  )
}

function doseText({ doseLeast, doseMost, doseUnit }: RegisteredUse): string | null {
  const figures = [...new Set([doseLeast, doseMost])].flatMap((figure) => figure ?? [])
  const text = [figures.map((each) => String(each).replace('.', ',')).join('–'), doseUnit ?? '']
    .filter((part) => part !== '')
    .join(' ')
  return text === '' ? null : text
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
