import type { KitProduct } from '../../../worker/domain/diary/field-kit.ts'
import type { DraftValue } from './draft.ts'
import { isEmptyValue } from './draft-values.ts'

type Values = Readonly<Record<string, DraftValue>>

/**
 * The values of a form with a product of the list and what its label says. Days to wait of the product
 * before it go, also where the list knows none of this one: they would be believed.
 */
export function valuesOfProduct(product: KitProduct, values: Values): Values {
  const { id, name, activeIngredients, intervalDays, reentryHours, pests } = product
  const { intervalDays: _interval, reentryHours: _reentry, ...others } = values
  const only = pests.length === 1 ? pests[0] : undefined
  return {
    ...others,
    product: { name, id },
    activeIngredient: activeIngredients,
    ...(intervalDays === null ? {} : { intervalDays: String(intervalDays) }),
    ...(reentryHours === null ? {} : { reentryHours: String(reentryHours) }),
    ...(only !== undefined && isEmptyValue(values['targetPest']) ? { targetPest: only } : {}),
  }
}
