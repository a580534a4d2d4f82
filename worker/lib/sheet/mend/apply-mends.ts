import type { Cell, SheetRow } from '../workbook.ts'
import { columnLetters } from '../workbook.ts'
import { columnOfReference, rowOfReference } from '../xlsx/cell-reference.ts'
import type { CellMend, CellMended } from './cell-mend.ts'
import { presentText } from './present-text.ts'

/** Names of cells that a spreadsheet can have. */
export const CELL_NAME = /^[A-Z]{1,3}[1-9]\d{0,6}$/

/**
 * The rows of a sheet with cells mended, and what was mended; of two mends of a cell the later one
 * counts. Every other cell stays as it is. A row that the sheet does not have is not made.
 */
export function applyMends(
  rows: readonly SheetRow[],
  mends: readonly CellMend[],
): { readonly rows: readonly SheetRow[]; readonly mended: readonly CellMended[] } {
  const byRow = textsByRow(mends)
  if (byRow.size === 0) return { rows, mended: [] }
  const mended: CellMended[] = []
  const read = rows.map((row) => {
    const texts = byRow.get(row.row)
    if (texts === undefined) return row
    const cells: Cell[] = [...row.cells]
    for (const [column, text] of texts) {
      const cell = `${columnLetters(column)}${row.row}`
      mended.push({ cell, before: presentText(cells[column]), after: text })
      while (cells.length <= column) cells.push(null)
      cells[column] = text === '' ? null : text
    }
    return { ...row, cells }
  })
  return { rows: read, mended }
}

/** By row, then by column from 0. */
function textsByRow(mends: readonly CellMend[]): ReadonlyMap<number, Map<number, string>> {
  const byRow = new Map<number, Map<number, string>>()
  for (const { cell, text } of mends) {
    if (!CELL_NAME.test(cell)) continue
    const row = rowOfReference(cell)
    const texts = byRow.get(row) ?? new Map<number, string>()
    texts.set(columnOfReference(cell), text)
    byRow.set(row, texts)
  }
  return byRow
}
