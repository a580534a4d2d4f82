import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import { cellText } from '../../lib/sheet/cell-text.ts'
import { readTable, type Table } from '../../lib/sheet/table/read-table.ts'
import { plainCell } from '../../lib/sheet/workbook.ts'
import type { WrittenCell } from '../../lib/sheet/write/sheet-cells.ts'
import { CSV_MARK, csvLine } from '../../lib/sheet/write/write-csv.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { VerbContext } from '../context.ts'
import type { OpenedList } from './opened-list.ts'

/** Not a heading that a list is read by: beginning with `Lý do` it would come back as a decision's reason. */
const REASON = REPORT_COLUMNS.refusedBecause

/** Where the refused rows of a list that was handed in are kept, beside the list. */
export function refusedKey(uploadId: string): string {
  return `uploads/${uploadId}-refused`
}

/** Keeps the rows of a list that are refused as the register is now, in place of those kept before. */
export async function keepRefusedRows(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
  readonly list: OpenedList
  /** Why, where it was decided just now. */
  readonly refused?: readonly RowIssue[]
}): Promise<void> {
  const { ctx, files, id, list } = args
  const refused = args.refused ?? (await list.dryRun()).refused
  const csv = await refusedRowsCsv({ ctx, list, refused })
  await files.put(refusedKey(id), new TextEncoder().encode(csv))
}

/**
 * The refused rows of a list as a CSV that can be mended and handed in again: the columns as they
 * were headed, merged values filled in, and the reasons in a column of their own.
 */
async function refusedRowsCsv(input: {
  readonly ctx: VerbContext
  readonly list: OpenedList
  readonly refused: readonly RowIssue[]
}): Promise<string> {
  const { ctx, list, refused } = input
  const tables: Table[] = []
  for (const sheet of list.workbook.sheets) {
    await ctx.giveWay()
    const table = readTable(sheet, list.spec)
    if (table.ok) tables.push(table.table)
  }
  const columns = columnsOf(tables)
  const reasons = Map.groupBy(refused, ({ sheet, row }) => keyOf(sheet, row))
  const lines = [csvLine([...columns.map(({ heading }) => heading), REASON])]
  for (const table of tables) {
    for (const row of table.rows) {
      const why = reasons.get(keyOf(table.sheet, row.row))
      if (why === undefined) continue
      await ctx.giveWay()
      const cells = columns.map(({ id, unit }) => cellOf(table, row.cells, { id, unit }))
      const told = why.map(({ column, reason }) => `${column}: ${reason}`)
      lines.push(csvLine([...cells, told.join(' ')]))
    }
  }
  return CSV_MARK + lines.join('')
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

function keyOf(sheet: string, row: number): string {
  return `${row}\n${sheet}`
}
