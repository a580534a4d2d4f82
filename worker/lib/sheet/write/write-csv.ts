import Papa from 'papaparse'
import { decimalOfNumber } from '../../measure/decimal.ts'
import { formatDate } from '../../time/format-date.ts'
import type { WrittenCell } from './sheet-cells.ts'

/** Bytes before a CSV by which spreadsheets take it for UTF-8. */
export const CSV_MARK = '\uFEFF'

/** What a spreadsheet would run as a formula when a field begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One line of a CSV as spreadsheets here expect it: semicolons, because decimals have commas; days
 * as people write them.
 */
export function csvLine(cells: readonly WrittenCell[]): string {
  return line(cells.map(localField), ';')
}

/** One line of a CSV for machines (RFC 4180): commas, decimal points. */
export function openCsvLine(cells: readonly (string | number | null | undefined)[]): string {
  const fields = cells.map((cell) =>
    typeof cell === 'number' ? String(cell) : harmless(cell ?? ''),
  )
  return line(fields, ',')
}

/** A field as it was before it was written so that no spreadsheet runs it. */
export function csvText(field: string): string {
  return /^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field
}

function line(fields: string[], delimiter: ',' | ';'): string {
  return `${Papa.unparse([fields], { delimiter })}\r\n`
}

function localField(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return (decimalOfNumber(cell) ?? '').replace('.', ',')
  if (typeof cell === 'object') return formatDate(cell.on)
  return harmless(cell)
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe: see `csvText`. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
