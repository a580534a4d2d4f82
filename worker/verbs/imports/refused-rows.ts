import { cellText } from '../../domain/sheet/cell-text.ts'
import { readWorkbook } from '../../domain/sheet/read-workbook.ts'
import { CODE_SPEC } from '../../domain/sheet/records/code-spec.ts'
import type { RowIssue } from '../../domain/sheet/records/import-result.ts'
import { readTable, type Table } from '../../domain/sheet/table/read-table.ts'
import { plainCell } from '../../domain/sheet/workbook.ts'
import type { WrittenCell } from '../../domain/sheet/write/sheet-cells.ts'
import { CSV_MARK, csvLine } from '../../domain/sheet/write/write-csv.ts'
import { UPLOAD_LIMITS } from './portal-limits.ts'

/** Not a heading that a list is read by: beginning with `Lý do` it would come back as a decision's reason. */
const REASON = 'Bị từ chối vì'

/**
 * The refused rows of a list as a CSV that can be mended and handed in again: the columns as they
 * were headed, merged values filled in, and the reasons in a column of their own.
 */
export function refusedRowsCsv(input: {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly refused: readonly RowIssue[]
}): string {
  const { bytes, fileName, refused } = input
  const reading = readWorkbook(bytes, { fileName, limits: UPLOAD_LIMITS })
  if (!reading.ok) return ''
  const tables = reading.workbook.sheets.flatMap((sheet) => {
    const table = readTable(sheet, CODE_SPEC)
    return table.ok ? [table.table] : []
  })
  const columns = columnsOf(tables)
  const reasons = reasonsByRow(refused)
  const lines = tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const why = reasons.get(keyOf(table.sheet, row.row))
      if (why === undefined) return []
      const cells = columns.map(({ id, unit }) => cellOf(table, row.cells, { id, unit }))
      return [csvLine([...cells, why.join(' ')])]
    }),
  )
  return CSV_MARK + csvLine([...columns.map(({ heading }) => heading), REASON]) + lines.join('')
}

type Column = { readonly id: string; readonly heading: string; readonly unit: string | null }

/** Every known column that a sheet has, headed as it first was. */
function columnsOf(tables: readonly Table[]): readonly Column[] {
  const columns = new Map<string, Column & { readonly index: number }>()
  for (const table of tables) {
    for (const [id, { heading, unit, index }] of table.columns) {
      if (!columns.has(id)) columns.set(id, { id, heading, unit, index })
    }
  }
  return [...columns.values()].sort((a, b) => a.index - b.index)
}

function cellOf(
  table: Table,
  cells: Table['rows'][number]['cells'],
  column: Pick<Column, 'id' | 'unit'>,
): WrittenCell {
  const own = table.columns.get(column.id)
  const cell = own === undefined ? null : plainCell(cells[own.index])
  if (own === undefined || cell === null) return null
  // A sheet that counts in another unit than the heading says keeps its own beside the figure.
  const unit = own.unit !== null && own.unit !== column.unit ? ` ${own.unit}` : ''
  if (typeof cell === 'number' && unit === '') return cell
  return `${cellText(cell)}${unit}`
}

function reasonsByRow(refused: readonly RowIssue[]): ReadonlyMap<string, string[]> {
  const reasons = new Map<string, string[]>()
  for (const { sheet, row, column, reason } of refused) {
    const key = keyOf(sheet, row)
    reasons.set(key, [...(reasons.get(key) ?? []), `${column}: ${reason}`])
  }
  return reasons
}

function keyOf(sheet: string, row: number): string {
  return `${row}\n${sheet}`
}
