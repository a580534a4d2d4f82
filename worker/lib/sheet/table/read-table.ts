import { type Steps, takeSteps } from '../../steps/steps.ts'
import { shownCell } from '../cell-text.ts'
import { SHEET_LIMITS } from '../limits.ts'
import { type SheetProblem, SheetProblemError } from '../problem.ts'
import { isBlank, type Sheet, type SheetWarning } from '../workbook.ts'
import { columnChecker } from './check-columns.ts'
import { type TotalDisagreement, totalsChecker } from './check-totals.ts'
import {
  type FoundColumn,
  type FoundHeader,
  findHeader,
  type UnknownColumn,
} from './find-header.ts'
import { headerWarnings } from './header-warnings.ts'
import { type RowRole, rowRole } from './row-role.ts'
import { type SpreadRow, spreadMerges } from './spread-merges.ts'
import { missingColumns, noHeading } from './table-problems.ts'
import type { TableSpec } from './table-spec.ts'

export interface Table {
  readonly sheet: string
  readonly date1904: boolean
  readonly headerRow: number
  /** By column id. */
  readonly columns: ReadonlyMap<string, FoundColumn>
  readonly unknownColumns: readonly UnknownColumn[]
  /** Record rows only. */
  readonly rows: readonly SpreadRow[]
  readonly totals: readonly TotalDisagreement[]
  readonly warnings: readonly SheetWarning[]
}

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: SheetProblem }

/**
 * Reads the table of a sheet. Titles above, blank rows, row counters, column numbers, repeated
 * headings, section titles and notes are passed over (the last two with a warning); totals rows are
 * checked and never returned. Fails when no heading is found (`no_table`) or a required column is
 * missing (`missing_column`).
 */
export function readTable(sheet: Sheet, spec: TableSpec): TableReading {
  return takeSteps(readTableInSteps(sheet, spec))
}

/** {@link readTable}, a row at a time. */
export function* readTableInSteps(sheet: Sheet, spec: TableSpec): Steps<TableReading> {
  try {
    const rows = spreadMerges(sheet, SHEET_LIMITS.maxColumns)
    const header = findHeader(rows, spec)
    if (header === null) return { ok: false, problem: noHeading(sheet, spec) }
    const missing = spec.columns.filter(
      (column) => column.required && !header.columns.some((found) => found.id === column.id),
    )
    if (missing.length > 0) {
      return { ok: false, problem: missingColumns(sheet, header, missing) }
    }
    return { ok: true, table: yield* readBody(sheet, rows, header, spec) }
  } catch (error) {
    if (error instanceof SheetProblemError) return { ok: false, problem: error.problem }
    throw error
  }
}

function* readBody(
  sheet: Sheet,
  rows: readonly SpreadRow[],
  header: FoundHeader,
  spec: TableSpec,
): Steps<Table> {
  const columns = new Map(header.columns.map((column) => [column.id, column]))
  const keyIndex = columns.get(spec.keyColumn)?.index ?? -1
  const totals = totalsChecker(sheet.name, header.columns, spec)
  const checks = columnChecker(sheet.name, header.columns, spec)
  const records: SpreadRow[] = []
  const disagreements: TotalDisagreement[] = []
  const warnings = [...headerWarnings(sheet.name, header, spec)]
  let isSigned = false
  for (let index = header.bodyIndex; index < rows.length; index += 1) {
    yield
    const row = rows[index]
    if (row === undefined) continue
    const role = afterSignature(rowRole(row, header, keyIndex), { isSigned, row, keyIndex })
    if (role === 'signature') isSigned = true
    if (role === 'record') {
      records.push(row)
      totals.add(row)
      checks.add(row)
    } else if (role === 'total' || role === 'grand_total') {
      disagreements.push(...totals.check(row, role))
    } else if (role === 'note' || role === 'signature') {
      warnings.push(noteWarning(sheet.name, row))
    }
  }
  return {
    sheet: sheet.name,
    date1904: sheet.date1904,
    headerRow: header.firstRow,
    columns,
    unknownColumns: header.unknown,
    rows: records,
    totals: disagreements,
    warnings: [...warnings, ...checks.warnings()],
  }
}

/** Names under the signatures are no records; what has a figure where the key stands still is one. */
function afterSignature(
  role: RowRole,
  given: { readonly isSigned: boolean; readonly row: SpreadRow; readonly keyIndex: number },
): RowRole {
  const { isSigned, row, keyIndex } = given
  if (!isSigned || role !== 'record') return role
  return /\d/.test(shownCell(row.cells[keyIndex])) ? role : 'note'
}

function noteWarning(sheet: string, row: SpreadRow): SheetWarning {
  const text = shownCell(row.own.find((cell) => !isBlank(cell)))
  const message = `Dòng ${row.row} “${text}” là dòng tiêu đề hoặc ghi chú nên không nhập.`
  return { code: 'note_row', message, sheet, row: row.row, column: null }
}
