import type { KitProduct } from '../../../worker/domain/diary/field-kit.ts'
import type { DraftValue } from './draft.ts'
import { isEmptyValue } from './draft-values.ts'

type Values = Readonly<Record<string, DraftValue>>

/** A product of the list with what its label says; only the pest stays as it was written. */
export function valuesOfProduct(product: KitProduct, values: Values): Values {
  const { id, name, activeIngredients, intervalDays, reentryHours, pests } = product
  const only = pests.length === 1 ? pests[0] : undefined
  return {
    product: { name, id },
    activeIngredient: activeIngredients,
    ...(intervalDays === null ? {} : { intervalDays: String(intervalDays) }),
    ...(reentryHours === null ? {} : { reentryHours: String(reentryHours) }),
    ...(only !== undefined && isEmptyValue(values['targetPest']) ? { targetPest: only } : {}),
  }
}
