import { decimalOfNumber } from '../measure/decimal.ts'
import { formatDecimal } from '../measure/format-quantity.ts'
import { tidyText } from '../text/fold-vietnamese.ts'
import { formatDate } from '../time/format-date.ts'
import { type Cell, plainCell } from './workbook.ts'

/** What a cell shows, tidied: dates as dd/mm/yyyy, numbers as plain digits (`2.5`, `893`). */
export function cellText(cell: Cell | undefined): string {
  const plain = plainCell(cell)
  if (plain === null) return ''
  if (typeof plain === 'string') return tidyText(plain)
  if (typeof plain === 'number') return decimalOfNumber(plain) ?? ''
  if (typeof plain === 'boolean') return plain ? 'TRUE' : 'FALSE'
  if (plain.kind === 'error') return plain.text
  return plain.time === null ? formatDate(plain.on) : `${formatDate(plain.on)} ${plain.time}`
}

/** {@link cellText} with numbers in Vietnamese notation, at most 200 characters: for messages. */
export function shownCell(cell: Cell | undefined): string {
  const plain = plainCell(cell)
  if (typeof plain === 'number') {
    const value = decimalOfNumber(plain)
    return value === null ? '' : formatDecimal(value)
  }
  const text = cellText(plain)
  return text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text
}
