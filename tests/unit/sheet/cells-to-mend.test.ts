import { describe, expect, it } from 'vitest'
import type { RowIssue } from '../../../worker/domain/lists/records/import-result.ts'
import type { Sheet } from '../../../worker/lib/sheet/workbook.ts'
import { cellsToMend } from '../../../worker/verbs/imports/cells-to-mend.ts'

const issue = (row: number, letters: string, reason = 'Sai.'): RowIssue => ({
  ...{ sheet: 'Lô', row, kind: 'unreadable', subject: `L${row}`, cell: `${letters}${row}` },
  ...{ column: 'Ngày đóng gói', value: 'x', reason },
})
const workbook = (sheet: Partial<Sheet>) => ({
  kind: 'xlsx' as const,
  sheets: [{ name: 'Lô', rows: [], merges: [], date1904: false, ...sheet }],
  warnings: [],
})
const row = (at: number, ...cells: Sheet['rows'][number]['cells']) => ({ row: at, cells })

describe('cells to mend', () => {
  it('are whole texts in the order of the list, once each with every reason', () => {
    const long = 'VN-AGOR-0001; VN-AGOR-0002'.padEnd(400, '.')
    const book = workbook({ rows: [row(2, 'a', 2.5), row(3, long)] })
    const issues = [issue(3, 'A'), issue(2, 'B'), issue(2, 'B', 'Âm.'), issue(2, 'B')]
    const cells = cellsToMend(book, issues)
    expect(cells.map(({ cell, text, reasons }) => [cell, text, reasons])).toEqual([
      ['B2', '2,5', ['Sai.', 'Âm.']],
      ['A3', long, ['Sai.']],
    ])
  })

  it('of merged cells are the one that holds the value', () => {
    const merges = [{ top: 2, left: 1, bottom: 4, right: 1 }]
    const full = workbook({ rows: [row(2, 'a', '31/02'), row(3, 'b'), row(4, 'c')], merges })
    const issues = [issue(3, 'B'), issue(4, 'B')]
    expect(cellsToMend(full, issues).map(({ cell, text }) => [cell, text])).toEqual([
      ['B2', '31/02'],
    ])
    const empty = workbook({ rows: [row(3, 'b', 'x'), row(4, 'c', 'y')], merges })
    expect(cellsToMend(empty, issues).map(({ cell, text }) => [cell, text])).toEqual([
      ['B3', 'x'],
      ['B4', 'y'],
    ])
  })

  it('are at most as many as can be mended, and none too long for a line or with no cell', () => {
    const rows = Array.from({ length: 300 }, (_, i) => row(i + 2, 'x'))
    const issues = rows.map((each) => issue(each.row, 'A'))
    expect(cellsToMend(workbook({ rows }), issues)).toHaveLength(200)
    const long = workbook({ rows: [row(2, 'x'.repeat(501))] })
    expect(cellsToMend(long, [issue(2, 'A'), { ...issue(2, 'A'), cell: null }])).toEqual([])
  })
})
