import type { ImportCounts } from '../../domain/lists/records/import-counts.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import type { SheetLimits } from '../../lib/sheet/limits.ts'
import type { SheetMend } from '../../lib/sheet/mend/cell-mend.ts'
import type { SheetProblem } from '../../lib/sheet/problem.ts'
import type { TotalDisagreement } from '../../lib/sheet/table/check-totals.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import type { FieldChange } from './planned-row.ts'

/** A file with a list in it. */
export type ListFile = {
  readonly bytes: Uint8Array
  /** For messages and the record of imports; never trusted to tell what the file is. */
  readonly fileName: string
  /** What a file may at most hold; those of the reader when left out. */
  readonly limits?: SheetLimits
  /** Texts in an old encoding are turned into Unicode: somebody has seen how they would read. */
  readonly convertText?: boolean
  /** What somebody wrote in place of what cells say, before anything judges the rows. */
  readonly mends?: readonly SheetMend[]
}

/** A file somebody wants read in. A dry run reports exactly what an import would and writes nothing. */
export type ImportInput = ListFile & {
  readonly dryRun: boolean
  /** Called as rows are stored. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

export type RowPosition = { readonly sheet: string; readonly row: number }

export type { ImportCounts }

/** What a row adds or changes, in Vietnamese. */
export type ImportChange = {
  readonly sheet: string
  readonly row: number
  readonly outcome: 'added' | 'changed'
  readonly text: string
  /** What the row is about, as its cell shows it; left out by earlier versions. */
  readonly subject?: string
  /** Each field with its old and its new value. */
  readonly fields?: readonly FieldChange[]
}

export type ImportReport = {
  readonly fileName: string
  readonly sha256: string
  readonly dryRun: boolean
  /** The stored import; null for a dry run and where nothing was to be stored. */
  readonly importId: string | null
  readonly counts: ImportCounts
  /** The first {@link CHANGES_SHOWN} of each outcome. */
  readonly changes: readonly ImportChange[]
  readonly changesTotal: number
  /** Why rows were refused; a row may have several reasons. */
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly SheetWarning[]
  /** Printed totals that do not add up; they are reported and never imported. */
  readonly totals: readonly TotalDisagreement[]
}

export type ImportOutcome =
  | { readonly ok: true; readonly report: ImportReport }
  /** The file cannot be read at all; nothing of it was. */
  | { readonly ok: false; readonly problem: SheetProblem }

/** Changes of each outcome listed in a report; beyond it they are counted. */
export const CHANGES_SHOWN = 500
