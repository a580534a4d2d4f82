import { fill } from '../../copy/fill.ts'
import { LIST_REPORT } from '../../copy/reports/lists.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'

/** What is to become of one row. `W` is what it writes. */
export type PlannedRow<W> =
  | {
      readonly outcome: 'added' | 'changed'
      readonly change: string
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

/** Refuses a row for one reason; `column` is what the field is called in sheets. */
export function refuseRow<W>(
  where: Where,
  field: { readonly column: string; readonly value: string },
  reason: string,
): PlannedRow<W> {
  const { sheet, row } = where
  return { outcome: 'refused', issues: [{ sheet, row, cell: null, ...field, reason }] }
}

/** Something to tell about a row that is kept. */
export function rowWarning(where: Where, code: string, message: string): SheetWarning {
  const { sheet, row } = where
  return { code, message: fill(LIST_REPORT.row, { row, message }), sheet, row, column: null }
}
