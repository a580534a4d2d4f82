import type { SheetProblem } from '../../../lib/sheet/problem.ts'
import type { TotalDisagreement } from '../../../lib/sheet/table/check-totals.ts'
import type { SheetWarning } from '../../../lib/sheet/workbook.ts'
import type { IssueKind } from './issue-kinds.ts'
import type { NearQuestion } from './near-answers.ts'

/** One reason why a row is refused; a row may have several. */
export interface RowIssue {
  readonly sheet: string
  readonly row: number
  /** What sort of reason it is; rows refused for one sort are told of together. */
  readonly kind: IssueKind
  /** What the row is about, as its cell shows it: the code in a list of codes. */
  readonly subject: string
  /** `F12`, or null when the reason lies in the whole row. */
  readonly cell: string | null
  /** The id of the column at fault; left out where it is none. */
  readonly field?: string
  /** The heading as printed, or what the column is called when the sheet lacks it. */
  readonly column: string
  /** What the cell shows. */
  readonly value: string
  /** In Vietnamese. */
  readonly reason: string
  /** What somebody has to say before the row can be stored. */
  readonly question?: NearQuestion
}

/** A record and where it came from. */
export interface ImportedRecord<T> {
  readonly sheet: string
  readonly row: number
  readonly record: T
  /** What the row is about, as its cell shows it. */
  readonly subject: string
  /** The columns of its table, to name a cell by. */
  readonly columns: ReadonlyMap<string, { readonly letters: string; readonly heading: string }>
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
