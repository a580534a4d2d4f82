import type { SheetProblem } from '../../../lib/sheet/problem.ts'
import type { TotalDisagreement } from '../../../lib/sheet/table/check-totals.ts'
import type { SheetWarning } from '../../../lib/sheet/workbook.ts'

/** One reason why a row is refused; a row may have several. */
export interface RowIssue {
  readonly sheet: string
  readonly row: number
  /** `F12`, or null when the reason lies in the whole row. */
  readonly cell: string | null
  /** The heading as printed, or what the column is called when the sheet lacks it. */
  readonly column: string
  /** What the cell shows. */
  readonly value: string
  /** In Vietnamese. */
  readonly reason: string
}

/** A record and where it came from. */
export interface ImportedRecord<T> {
  readonly sheet: string
  readonly row: number
  readonly record: T
}

export interface ImportSuccess<T> {
  readonly ok: true
  readonly records: readonly ImportedRecord<T>[]
  readonly issues: readonly RowIssue[]
  readonly warnings: readonly SheetWarning[]
  readonly totals: readonly TotalDisagreement[]
  /** Rows that hold records, refused ones included: always `records` plus `refusedRows`. */
  readonly rowCount: number
  readonly refusedRows: number
}

export type ImportResult<T> =
  | ImportSuccess<T>
  | { readonly ok: false; readonly problem: SheetProblem }
