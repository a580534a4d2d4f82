import type { SheetProblem } from '../../../lib/sheet/problem.ts'
import type { TotalDisagreement } from '../../../lib/sheet/table/check-totals.ts'
import { readTableInSteps, type Table } from '../../../lib/sheet/table/read-table.ts'
import type { TableSpec } from '../../../lib/sheet/table/table-spec.ts'
import type { SheetWarning, Workbook } from '../../../lib/sheet/workbook.ts'
import { type Steps, takeSteps } from '../../../lib/steps/steps.ts'
import type { ImportedRecord, ImportResult, RowIssue } from './import-result.ts'
import { openRow, type RowContext, subjectOf } from './row-context.ts'

/** Reads the record of a row; null with issues noted in the context. */
export type RecordParser<T> = (context: RowContext) => T | null

/**
 * Reads every sheet that holds such a table. A refused row never takes another with it. Sheets
 * without the heading (covers, instructions) are passed over with a warning as long as one has it;
 * a sheet that has the heading but lacks a required column fails the import, for nobody should find
 * half a workbook imported.
 */
export function readRecords<T>(
  workbook: Workbook,
  spec: TableSpec,
  parse: RecordParser<T>,
): ImportResult<T> {
  return takeSteps(readRecordsInSteps(workbook, spec, parse))
}

/** {@link readRecords}, a row at a time. */
export function* readRecordsInSteps<T>(
  workbook: Workbook,
  spec: TableSpec,
  parse: RecordParser<T>,
): Steps<ImportResult<T>> {
  const tables: Table[] = []
  const skipped: SheetProblem[] = []
  for (const sheet of workbook.sheets) {
    if (sheet.rows.length === 0) continue
    const reading = yield* readTableInSteps(sheet, spec)
    if (reading.ok) tables.push(reading.table)
    else if (reading.problem.code === 'no_table') skipped.push(reading.problem)
    else return { ok: false, problem: withCause(reading.problem, workbook) }
  }
  const [firstSkipped] = skipped
  if (tables.length === 0) {
    const message = `Tệp không có bảng ${spec.title} nào để đọc.`
    const problem: SheetProblem = firstSkipped ?? { code: 'no_table', message }
    return { ok: false, problem: withCause(problem, workbook) }
  }
  return yield* collect(workbook, tables, skipped, spec, parse)
}

function* collect<T>(
  workbook: Workbook,
  tables: readonly Table[],
  skipped: readonly SheetProblem[],
  spec: TableSpec,
  parse: RecordParser<T>,
): Steps<ImportResult<T>> {
  const records: ImportedRecord<T>[] = []
  const issues: RowIssue[] = []
  const warnings: SheetWarning[] = [...workbook.warnings, ...skipped.map(skippedWarning)]
  const totals: TotalDisagreement[] = []
  let rowCount = 0
  for (const table of tables) {
    for (const warning of table.warnings) warnings.push(warning)
    for (const total of table.totals) totals.push(total)
    rowCount += table.rows.length
    for (const row of table.rows) {
      yield
      const context = openRow(table, spec, row)
      const record = parse(context)
      for (const issue of context.issues) issues.push(issue)
      if (record === null || context.issues.length > 0) continue
      for (const warning of context.warnings) warnings.push(warning)
      records.push(importedRow(context, record))
    }
  }
  return {
    ok: true,
    records,
    issues,
    warnings,
    totals,
    rowCount,
    refusedRows: rowCount - records.length,
  }
}

/** A record with where it stands. */
export function importedRow<T>(context: RowContext, record: T): ImportedRecord<T> {
  const { table, row } = context
  const where = { sheet: table.sheet, row: row.row, columns: table.columns }
  return { ...where, subject: subjectOf(context), record }
}

/** What was noticed of the file that may be why its heading was not found. */
const CAUSES: ReadonlySet<string> = new Set(['old_text', 'hidden_sheet', 'encoding'])
const MOST_CAUSES = 3

function withCause(problem: SheetProblem, { warnings, oldText }: Workbook): SheetProblem {
  const causes = warnings.filter(({ code }) => CAUSES.has(code)).slice(0, MOST_CAUSES)
  const message = [problem.message, ...causes.map((cause) => cause.message)].join(' ')
  return oldText === undefined ? { ...problem, message } : { ...problem, message, oldText }
}

function skippedWarning(problem: SheetProblem): SheetWarning {
  const message = `${problem.message} Trang này không được đọc.`
  return { code: 'sheet_skipped', message, sheet: null, row: null, column: null }
}
