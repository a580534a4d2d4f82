import type { EntryValues } from '../diary/entry-body.ts'
import { isProduct } from '../diary/is-measure.ts'
import { stockAmount } from './stock-amount.ts'
import type { StockEntry } from './stock-of.ts'

/** Kinds of entry that bring inputs in, and those that use them up. */
const BOUGHT = 'input_purchase'
export const USED_KINDS: readonly string[] = [
  'plant_protection',
  'fertiliser',
  'feed',
  'veterinary',
  'pond_treatment',
  'planting',
]
export const STOCK_KINDS: readonly string[] = [BOUGHT, ...USED_KINDS]

/** A diary entry as the stock reckons with it; null for one that names no input. */
export function stockEntry(row: {
  readonly id: string
  readonly kind: string
  readonly occurredOn: string
  readonly details: Readonly<Record<string, string | number>>
  readonly entered: EntryValues | null
}): StockEntry | null {
  const { id, kind, occurredOn, details, entered } = row
  const said = entered?.['product']
  const product =
    said !== undefined && isProduct(said) ? said.name : String(details['product'] ?? '')
  if (product.trim() === '' || !STOCK_KINDS.includes(kind)) return null
  const text = (name: string) => {
    const value = details[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const is = kind === BOUGHT ? 'purchase' : 'use'
  return {
    ...{ id, is, occurredOn, product, lot: text('lot') },
    expiresOn: is === 'purchase' ? text('expiresOn') : null,
    amount: stockAmount(entered, details),
  }
}
