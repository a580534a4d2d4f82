import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import { presentText } from '../../lib/sheet/mend/present-text.ts'
import {
  type Cell,
  columnLetters,
  type MergeRange,
  type Sheet,
  type Workbook,
} from '../../lib/sheet/workbook.ts'
import { columnOfReference } from '../../lib/sheet/xlsx/cell-reference.ts'
import { issuesInOrder } from './issues-in-order.ts'
import { MOST_MEND_CHARACTERS, MOST_MENDS } from './portal-limits.ts'

/** A refused cell with what it says and why it is refused. */
export type CellToMend = {
  readonly sheet: string
  readonly row: number
  readonly cell: string
  /** The heading as printed. */
  readonly column: string
  readonly subject: string
  /** The whole of it, on one line. */
  readonly text: string
  readonly reasons: readonly string[]
}

/** Looked at for cells: those of one merged cell may be many. */
const MOST_ISSUES = 600

/**
 * The first cells that rows are refused for, in the order of the list. Of merged cells it is the one
 * that holds the value, as in a spreadsheet. What is too long to be mended in a line is left out.
 */
export function cellsToMend(workbook: Workbook, refused: readonly RowIssue[]): CellToMend[] {
  const issues = issuesInOrder(refused.filter(({ cell }) => cell !== null)).slice(0, MOST_ISSUES)
  const found = new Map<string, CellToMend>()
  for (const [name, own] of Map.groupBy(issues, (issue) => issue.sheet)) {
    const sheet = workbook.sheets.find((each) => each.name === name)
    if (sheet === undefined) continue
    const { cellsAt, merges } = readerOf(sheet, own)
    for (const issue of own) {
      const at = holderOf(merges, cellsAt, issue)
      const cell = `${columnLetters(at.column)}${at.row}`
      const key = `${cell}\n${name}`
      const before = found.get(key)
      const text = presentText(cellsAt(at.row)[at.column])
      if (before !== undefined) found.set(key, withReason(before, issue.reason))
      else if (found.size < MOST_MENDS && text.length <= MOST_MEND_CHARACTERS) {
        const { column, subject, reason } = issue
        found.set(key, { sheet: name, row: at.row, cell, column, subject, text, reasons: [reason] })
      }
    }
  }
  return [...found.values()]
}

function withReason(cell: CellToMend, reason: string): CellToMend {
  const { reasons } = cell
  return reasons.includes(reason) ? cell : { ...cell, reasons: [...reasons, reason] }
}

/** The cells of a few rows of a sheet, and the merged cells that reach into them. */
function readerOf(sheet: Sheet, issues: readonly RowIssue[]) {
  const wanted = new Set(issues.map(({ row }) => row))
  const [first, last] = [Math.min(...wanted), Math.max(...wanted)]
  const merges = sheet.merges.filter(({ top, bottom }) => top <= last && bottom >= first)
  for (const { top } of merges) wanted.add(top)
  const rows = new Map(
    sheet.rows.flatMap(({ row, cells }) => (wanted.has(row) ? [[row, cells] as const] : [])),
  )
  const cellsAt = (row: number): readonly Cell[] => rows.get(row) ?? []
  return { cellsAt, merges }
}

/** The cell that holds the value: of an empty merged range each cell has its own. */
function holderOf(
  merges: readonly MergeRange[],
  cellsAt: (row: number) => readonly Cell[],
  { cell, row }: RowIssue,
): { readonly row: number; readonly column: number } {
  const column = columnOfReference(cell ?? '')
  const merge = merges.find(
    ({ top, bottom, left, right }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  )
  if (merge === undefined || (cellsAt(merge.top)[merge.left] ?? null) === null) {
    return { row, column }
  }
  return { row: merge.top, column: merge.left }
}
