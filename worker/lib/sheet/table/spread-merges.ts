import { SHEET_LIMITS } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import type { Cell, MergeRange, Sheet, SheetRow } from '../workbook.ts'

/** A row with merged values filled in. */
export interface SpreadRow extends SheetRow {
  /** The row as stored, without values spread into it. */
  readonly own: readonly Cell[]
  /** Columns whose value comes from a merge that starts in an earlier row. */
  readonly fromAbove: readonly number[]
}

interface ActiveMerge extends MergeRange {
  readonly value: Cell
}

const NOTHING: readonly number[] = []

/**
 * Gives every cell of a merged range the value of its top left cell. Works row by row with the ranges
 * open at that row only, so a range over a million rows costs nothing by itself.
 */
export function spreadMerges(sheet: Sheet, maxColumns: number): readonly SpreadRow[] {
  const waiting = [...sheet.merges].sort((a, b) => b.top - a.top)
  let active: ActiveMerge[] = []
  let spread = 0
  return sheet.rows.map((row) => {
    if (active.length === 0 && (waiting.at(-1)?.top ?? Number.POSITIVE_INFINITY) > row.row) {
      return { ...row, own: row.cells, fromAbove: NOTHING }
    }
    active = active.filter((merge) => merge.bottom >= row.row)
    while ((waiting.at(-1)?.top ?? Number.POSITIVE_INFINITY) <= row.row) {
      const merge = waiting.pop()
      // A range whose first row is missing from the file has an empty top left cell.
      if (merge === undefined || merge.bottom < row.row || merge.left >= maxColumns) continue
      active.push({
        ...merge,
        value: merge.top === row.row ? (row.cells[merge.left] ?? null) : null,
      })
    }
    // Ranges that do not overlap share the columns of a row between them.
    const width = active.reduce((sum, merge) => sum + widthOf(merge, maxColumns), 0)
    if (width > maxColumns) throw new SheetProblemError('broken_xml', 'overlapping merges')
    spread += width
    if (spread > SHEET_LIMITS.maxMergedCells) {
      const most = atMost(SHEET_LIMITS.maxMergedCells, 'ô gộp')
      throw new SheetProblemError('too_many_cells', 'merged cells', most)
    }
    return fill(row, active, maxColumns)
  })
}

function widthOf({ left, right }: MergeRange, maxColumns: number): number {
  return Math.min(right, maxColumns - 1) - left + 1
}

function fill(row: SheetRow, active: readonly ActiveMerge[], maxColumns: number): SpreadRow {
  const cells = [...row.cells]
  const fromAbove: number[] = []
  for (const merge of active) {
    if (merge.value === null) continue
    for (let column = merge.left; column <= Math.min(merge.right, maxColumns - 1); column += 1) {
      if (merge.top === row.row && column === merge.left) continue
      while (cells.length <= column) cells.push(null)
      cells[column] = merge.value
      if (merge.top < row.row) fromAbove.push(column)
    }
  }
  return { row: row.row, cells, own: row.cells, fromAbove }
}
