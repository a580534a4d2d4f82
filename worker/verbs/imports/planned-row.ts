import { fill } from '../../copy/fill.ts'
import { LIST_REPORT } from '../../copy/reports/lists.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { IssueKind } from '../../domain/lists/records/issue-kinds.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'

/** A field that a row changes, as it is called, as it was and as it becomes. */
export type FieldChange = {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What is to become of one row. `W` is what it writes. */
export type PlannedRow<W> =
  | {
      readonly outcome: 'added' | 'changed'
      readonly change: string
      /** Each field with what it was and what it becomes, in Vietnamese; left out where all is new. */
      readonly fields?: readonly FieldChange[]
      readonly write: W
      readonly warnings: readonly SheetWarning[]
    }
  | { readonly outcome: 'unchanged'; readonly warnings: readonly SheetWarning[] }
  | { readonly outcome: 'refused'; readonly issues: readonly RowIssue[] }

/** A row of a list and what is to become of it. */
export type TalliedRow = {
  readonly record: ImportedRecord<unknown>
  readonly planned: PlannedRow<unknown>
}

type Where = Pick<ImportedRecord<unknown>, 'sheet' | 'row'>

/** The field at fault; `column` is what it is called in sheets, `id` its column where it has one. */
export type FaultyField = {
  readonly column: string
  readonly value: string
  readonly id?: string
  readonly kind?: IssueKind
}

/** Refuses a row for one reason. */
export function refuseRow<W>(
  imported: ImportedRecord<unknown>,
  field: FaultyField,
  reason: string,
): PlannedRow<W> {
  return { outcome: 'refused', issues: [rowIssue(imported, field, reason)] }
}

/** Why a row is refused by what the register has, or by what the list says elsewhere. */
export function rowIssue(
  imported: ImportedRecord<unknown>,
  field: FaultyField,
  reason: string,
): RowIssue {
  const { sheet, row, subject, columns } = imported
  const { column, value, id, kind = 'register' } = field
  const letters = id === undefined ? undefined : columns.get(id)?.letters
  const cell = letters === undefined ? null : `${letters}${row}`
  const fieldId = id === undefined ? {} : { field: id }
  return { sheet, row, kind, subject, cell, ...fieldId, column, value, reason }
}

/** Something to tell about a row that is kept. */
export function rowWarning(where: Where, code: string, message: string): SheetWarning {
  const { sheet, row } = where
  return { code, message: fill(LIST_REPORT.row, { row, message }), sheet, row, column: null }
}
