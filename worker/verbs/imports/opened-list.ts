import type { SheetProblem } from '../../lib/sheet/problem.ts'
import type { TableSpec } from '../../lib/sheet/table/table-spec.ts'
import type { Workbook } from '../../lib/sheet/workbook.ts'
import type { JobSlice } from '../background/job-kind.ts'
import type { ImportTask } from './import-kind.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportCursor } from './import-slice.ts'
import { importSlices } from './import-slices.ts'
import { dryRunImport, runImport } from './run-import.ts'
import { countsOf, reportOf, type SettledRows } from './settled-rows.ts'
import type { StoredReport } from './stored-report.ts'

/** A list that was read, whatever it lists. */
export type OpenedList = {
  readonly workbook: Workbook
  /** How its tables are read. */
  readonly spec: TableSpec
  /** Rows with records, refused ones included. */
  readonly rowCount: number
  readonly dryRun: () => Promise<ImportReport>
  /** Stores it for a caller that waits. */
  readonly store: (onProgress?: ImportProgress) => Promise<ImportReport>
  /** Its rows as slices of an import that is noted already. */
  readonly slices: (given: {
    readonly importId: string
    readonly from: ImportCursor
    readonly rowsPerSlice?: number
  }) => AsyncGenerator<JobSlice<ImportCursor>, { readonly settled: SettledRows }, void>
  /** What is told of it once its rows are settled. */
  readonly outcomeOf: (settled: SettledRows) => {
    readonly counts: ImportReport['counts']
    readonly report: StoredReport
  }
}

type ImportProgress = (progress: { readonly done: number; readonly total: number }) => void

export type ListOpening =
  | { readonly ok: true; readonly list: OpenedList }
  /** The file cannot be read at all. */
  | { readonly ok: false; readonly problem: SheetProblem }

/** A list whose kind of records is known to itself alone. */
export function openedList<T, W>(
  read: { readonly workbook: Workbook; readonly spec: TableSpec },
  task: ImportTask<T, W>,
): Extract<ListOpening, { ok: true }> {
  const { result } = task
  const { mended } = read.workbook
  return {
    ok: true,
    list: {
      ...read,
      rowCount: result.rowCount,
      dryRun: () => dryRunImport(task),
      store: (onProgress) => runImport(task, onProgress),
      slices: (given) => importSlices(task, { ...given, isOpen: true }),
      outcomeOf: (settled) => ({
        counts: countsOf(result, settled),
        report: { ...reportOf(result, settled), ...(mended === undefined ? {} : { mended }) },
      }),
    },
  }
}
