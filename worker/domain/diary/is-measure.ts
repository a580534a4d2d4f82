import type { EntryValue, ProductValue } from './entry-body.ts'
import type { Measure } from './measures/measure.ts'

export function isMeasure(value: EntryValue): value is Measure {
  return typeof value === 'object' && 'unit' in value
}

export function isProduct(value: EntryValue): value is ProductValue {
  return typeof value === 'object' && 'name' in value
}
