import { type Area, parseArea } from '../../../lib/measure/area.ts'
import { type Decimal, numberOfDecimal } from '../../../lib/measure/decimal.ts'
import { parseQuantity, type Quantity } from '../../../lib/measure/mass.ts'
import { parseDecimal } from '../../../lib/measure/parse-decimal.ts'
import { field, type RowContext, refuse, textField } from './row-context.ts'

/** More than any province has; such a number is a slip of the unit. */
const MOST_HA = 2_000_000

/** A positive number, or null when blank. */
export function positiveField(context: RowContext, id: string): Decimal | null {
  const value = numberLike(context, id)
  if (value === null) return null
  const reading = parseDecimal(value)
  if (!reading.ok) return refuse(context, id, reading.reason)
  if (reading.value.startsWith('-') || reading.value === '0') {
    return refuse(context, id, 'Số phải lớn hơn 0.')
  }
  return reading.value
}

/** A whole number from 0 (`7`, `7 ngày`), or null when blank. */
export function countField(context: RowContext, id: string): number | null {
  const value = numberLike(context, id)
  if (value === null) return null
  const reading = parseDecimal(value)
  if (!reading.ok) return refuse(context, id, reading.reason)
  const count = numberOfDecimal(reading.value)
  return Number.isSafeInteger(count) && count >= 0
    ? count
    : refuse(context, id, 'Phải là số nguyên từ 0 trở lên.')
}

/** An area, in the unit of the cell, else of the heading, else hectares; null when blank. */
export function areaField(context: RowContext, id: string): Area | null {
  const value = numberLike(context, id)
  if (value === null) return null
  const defaultUnit = context.table.columns.get(id)?.unit ?? 'ha'
  const reading = parseArea(value, { defaultUnit })
  if (!reading.ok) return refuse(context, id, reading.reason)
  if (numberOfDecimal(reading.areaHa) > MOST_HA) {
    return refuse(context, id, 'Diện tích lớn quá mức có thể; hãy xem lại số và đơn vị.')
  }
  return { areaHa: reading.areaHa, entered: reading.entered }
}

/**
 * A quantity with the unit of the cell, of its own column, of the heading, or of the column of another
 * figure where that is all there is; null when blank.
 */
export function quantityField(
  context: RowContext,
  id: string,
  units: { readonly own: string; readonly other?: string },
): Quantity | null {
  const value = numberLike(context, id)
  if (value === null) return null
  const { columns } = context.table
  const other =
    units.other === undefined || columns.has(units.own) ? null : textField(context, units.other)
  const unit = textField(context, units.own) ?? columns.get(id)?.unit ?? other
  const reading = parseQuantity(value, unit)
  if (!reading.ok) return refuse(context, id, reading.reason)
  return { value: reading.value, unit: reading.unit, quantityKg: reading.quantityKg }
}

function numberLike(context: RowContext, id: string): string | number | null {
  const plain = field(context, id)
  if (plain === null || textField(context, id) === null) return null
  if (typeof plain === 'string' || typeof plain === 'number') return plain
  // A spreadsheet turns `1.5` or `3-5` into a day when its language differs from the writer's.
  return refuse(context, id, 'Ô này không phải là số (có thể Excel đã đổi số thành ngày).')
}
