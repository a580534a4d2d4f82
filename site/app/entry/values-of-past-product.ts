import type { Draft, DraftValue } from './draft.ts'
import { draftValueOf, isEmptyValue } from './draft-values.ts'
import type { PastEntry } from './past-entries.ts'

/** What goes with a product: chosen anew, it must not keep the interval of the one before. */
const OF_PRODUCT = [
  'activeIngredient',
  'dose',
  'intervalDays',
  'withdrawalDays',
  'reentryHours',
  'category',
] as const
/** What often goes with it, but was perhaps written already. */
const OFTEN = ['targetPest', 'disease', 'method', 'equipment'] as const

/** A product that was used before, with what was said of it the last time. */
export function valuesOfPastProduct(
  product: DraftValue,
  draft: Pick<Draft, 'kind' | 'values'>,
  past: readonly PastEntry[],
): Draft['values'] {
  const { kind, values } = draft
  const name = nameOf(product)
  const last = past.find((entry) => entry.kind === kind && nameOf(entry.values['product']) === name)
  const next: Record<string, DraftValue> = { ...values, product }
  if (last === undefined) return next
  for (const field of OF_PRODUCT) {
    const said = last.values[field]
    if (said === undefined) delete next[field]
    else next[field] = draftValueOf(said)
  }
  for (const field of OFTEN) {
    const said = last.values[field]
    if (said !== undefined && isEmptyValue(next[field])) next[field] = draftValueOf(said)
  }
  return next
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || !('name' in value)) return null
  return typeof value.name === 'string' ? value.name : null
}
