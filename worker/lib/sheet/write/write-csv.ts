import { decimalOfNumber } from '../../measure/decimal.ts'
import { formatDate } from '../../time/format-date.ts'
import type { WrittenCell } from './sheet-cells.ts'

/** Bytes before a CSV by which spreadsheets take it for UTF-8. */
export const CSV_MARK = '\uFEFF'

/** What a spreadsheet would run as a formula when a field begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One line of a CSV: semicolons, because decimals have commas; a text that a spreadsheet would take
 * for a formula begins with an apostrophe, which `csvText` takes off again.
 */
export function csvLine(cells: readonly WrittenCell[]): string {
  return `${cells.map(field).join(';')}\r\n`
}

/** A field as it was before it was written so that no spreadsheet runs it. */
export function csvText(field: string): string {
  return /^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field
}

function field(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return (decimalOfNumber(cell) ?? '').replace('.', ',')
  if (typeof cell === 'object') return formatDate(cell.on)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
