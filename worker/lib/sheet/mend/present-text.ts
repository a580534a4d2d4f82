import { cellText } from '../cell-text.ts'
import { type Cell, plainCell } from '../workbook.ts'

/** What a cell says, as a Vietnamese would write it into the cell again: `2,5` for two and a half. */
export function presentText(cell: Cell | undefined): string {
  const text = cellText(cell)
  return typeof plainCell(cell) === 'number' ? text.replace('.', ',') : text
}
