import type { DiaryWords } from '../../domain/lists/records/diary-records.ts'
import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { formatQuantity } from '../../lib/measure/format-quantity.ts'

/** What was done, in one line for readers: the work as written, with what or how much. */
export function diarySummary(record: DiaryWords): string {
  const { kindText, productName, quantity, kind } = record
  const work = kindText.charAt(0).toUpperCase() + kindText.slice(1)
  if (productName !== null) return `${work}: ${productName}`
  const counted = kind === 'harvest' || kind === 'purchase' || kind === 'packing'
  if (counted && quantity !== null)
    return `${work}: ${formatQuantity(quantity.value, quantity.unit)}`
  return work
}

/**
 * The particulars of an entry under the names the catalogue has for them. Who did it and on which
 * plot is kept for inspectors; public documents leave it out.
 */
export function diaryDetails(record: DiaryWords): Record<string, string | number> {
  const { quantity, preHarvestIntervalDays } = record
  const interval = record.kind === 'veterinary' ? 'withdrawalDays' : 'intervalDays'
  const details: Record<string, string | number | null> = {
    product: record.productName,
    activeIngredient: record.activeIngredient,
    dose: record.dose,
    quantity: quantity === null ? null : numberOfDecimal(quantity.value),
    unit: quantity === null ? null : quantity.unit,
    targetPest: record.targetPest,
    method: record.method,
    [interval]: preHarvestIntervalDays,
    crop: record.crop,
    plot: record.plot,
    operator: record.operatorRole,
    note: record.note,
    lot: record.batchRef,
  }
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  )
}
