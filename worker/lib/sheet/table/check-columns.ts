import { parseDecimal } from '../../measure/parse-decimal.ts'
import { shownCell } from '../cell-text.ts'
import { type Cell, isBlank, plainCell, type SheetWarning } from '../workbook.ts'
import type { FoundColumn } from './find-header.ts'
import type { SpreadRow } from './spread-merges.ts'
import type { TableSpec } from './table-spec.ts'

interface Watched {
  readonly column: FoundColumn
  readonly additive: boolean
  formulas: number
  firstFormula: number
  mergedFigures: number
  firstMerged: number
  /** Day cells that would read otherwise with the month first, and texts that could not. */
  turnableDays: number
  otherDays: number
  textDay: { row: number; text: string } | null
  dotThousands: { row: number; text: string } | null
  dotDecimal: { row: number; text: string } | null
}

export interface ColumnChecker {
  readonly add: (row: SpreadRow) => void
  /** At most one warning of a sort for each column. */
  readonly warnings: () => readonly SheetWarning[]
}

/**
 * Watches whole columns for what no single row shows: formulas (their stored results are used), one
 * figure merged over several rows, and dots used both for thousands and for decimals.
 */
export function columnChecker(
  sheet: string,
  columns: readonly FoundColumn[],
  spec: TableSpec,
): ColumnChecker {
  const watched = columns.map((column): Watched => {
    const additive = spec.columns.find((each) => each.id === column.id)?.additive !== undefined
    return {
      column,
      additive,
      formulas: 0,
      firstFormula: 0,
      mergedFigures: 0,
      firstMerged: 0,
      turnableDays: 0,
      otherDays: 0,
      textDay: null,
      dotThousands: null,
      dotDecimal: null,
    }
  })
  return {
    add: (row) => {
      for (const each of watched) watch(each, row)
    },
    warnings: () => watched.flatMap((each) => warningsOf(sheet, each)),
  }
}

function watch(each: Watched, row: SpreadRow): void {
  const cell = row.own[each.column.index] ?? null
  if (typeof cell === 'object' && cell?.kind === 'formula' && cell.cached !== null) {
    if (each.formulas === 0) each.firstFormula = row.row
    each.formulas += 1
  }
  watchDays(each, row.row, cell)
  if (!each.additive) return
  if (row.fromAbove.includes(each.column.index) && !isBlank(row.cells[each.column.index] ?? null)) {
    if (each.mergedFigures === 0) each.firstMerged = row.row
    each.mergedFigures += 1
  }
  watchDots(each, row.row, cell)
}

/**
 * A spreadsheet set to English turns `05/03/2026` into 3 May and leaves `25/03/2026` as text: a column
 * whose day cells all have a day up to 12, beside such texts, has probably been turned.
 */
function watchDays(each: Watched, row: number, cell: Cell): void {
  const plain = plainCell(cell)
  if (plain !== null && typeof plain === 'object' && plain.kind === 'date') {
    if (Number(plain.on.slice(8)) <= 12) each.turnableDays += 1
    else each.otherDays += 1
  } else if (typeof plain === 'string' && /^\s*(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{4}/.test(plain)) {
    each.textDay ??= { row, text: shownCell(plain) }
  }
}

function watchDots(each: Watched, row: number, cell: Cell): void {
  if (typeof cell !== 'string' || !cell.includes('.')) return
  const reading = parseDecimal(cell)
  if (!reading.ok) return
  if (reading.notation === 'dot_thousands') each.dotThousands ??= { row, text: shownCell(cell) }
  if (reading.notation === 'dot_decimal') each.dotDecimal ??= { row, text: shownCell(cell) }
}

function warningsOf(sheet: string, each: Watched): SheetWarning[] {
  const { heading } = each.column
  const found: SheetWarning[] = []
  const warn = (code: string, row: number, message: string): void => {
    found.push({ code, message, sheet, row, column: heading })
  }
  if (each.formulas > 0) {
    const message = `Cột “${heading}” có ${each.formulas} ô tính bằng công thức; đã dùng kết quả lưu trong tệp.`
    warn('formula', each.firstFormula, message)
  }
  if (each.mergedFigures > 0) {
    const message = `Cột “${heading}” có số nằm trong ô gộp nhiều dòng (từ dòng ${each.firstMerged}); số đó được ghi cho từng dòng, hãy kiểm tra.`
    warn('merged_figure', each.firstMerged, message)
  }
  if (each.turnableDays > 0 && each.otherDays === 0 && each.textDay !== null) {
    const message = `Cột “${heading}” có ô ngày và có chữ như “${each.textDay.text}” (dòng ${each.textDay.row}); có thể Excel đã đảo ngày và tháng ở các ô ngày. Hãy kiểm tra.`
    warn('days_turned', each.textDay.row, message)
  }
  if (each.dotThousands !== null && each.dotDecimal !== null) {
    const message = `Cột “${heading}” dùng dấu chấm theo hai cách: “${each.dotThousands.text}” (dòng ${each.dotThousands.row}) đọc là hàng nghìn, “${each.dotDecimal.text}” (dòng ${each.dotDecimal.row}) đọc là số lẻ. Hãy kiểm tra.`
    warn('ambiguous_number', each.dotThousands.row, message)
  }
  return found
}
