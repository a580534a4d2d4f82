import { formatDecimal } from '../../../lib/measure/format-quantity.ts'
import { parseDecimal } from '../../../lib/measure/parse-decimal.ts'
import { field, type RowContext, textField } from './row-context.ts'

/** A bare number or a range of them; `1:500` and `2 muỗng` say their own measure. */
const BARE = /^[\d.,\s\u2013-]+$/

/**
 * A dose as written. A bare number (`0,5`) keeps the unit of its own unit column, of its heading
 * (`Liều lượng (lít/ha)`), or of the unit column of the amount where that is a rate or no amount is given.
 */
export function doseField(context: RowContext): string | null {
  const text = textField(context, 'dose')
  if (text === null || !BARE.test(text)) return text
  const unit = unitOf(context)
  if (unit === null) return text
  const plain = field(context, 'dose')
  const reading = parseDecimal(typeof plain === 'number' ? plain : text)
  return `${reading.ok ? formatDecimal(reading.value) : text} ${unit}`
}

function unitOf(context: RowContext): string | null {
  const own = textField(context, 'doseUnit') ?? context.table.columns.get('dose')?.unit
  if (own !== undefined && own !== null) return own
  const shared = textField(context, 'unit')
  const isRate = shared?.includes('/') === true
  return isRate || textField(context, 'quantity') === null ? shared : null
}
