import type { ImportResult } from '../../domain/lists/records/import-result.ts'
import type { SheetProblem } from '../../lib/sheet/problem.ts'
import type { TableSpec } from '../../lib/sheet/table/table-spec.ts'
import type { Workbook } from '../../lib/sheet/workbook.ts'
import type { JobSlice } from '../background/job-kind.ts'
import type { VerbContext } from '../context.ts'
import type { ImportKind, ImportTask } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ImportReport, ListFile } from './import-report.ts'
import type { ImportCursor } from './import-slice.ts'
import { importSlices } from './import-slices.ts'
import { openImportFile } from './open-import-file.ts'
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
  readonly store: (onProgress?: ImportInput['onProgress']) => Promise<ImportReport>
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

export type ListOpening =
  | { readonly ok: true; readonly list: OpenedList }
  /** The file cannot be read at all. */
  | { readonly ok: false; readonly problem: SheetProblem }

/** What a kind of list is read by, once its file is open. */
export type ListReader<T, W> = {
  /** How its tables are read. */
  readonly spec: TableSpec
  readonly read: (workbook: Workbook) => Promise<{
    readonly result: ImportResult<T>
    readonly kind: ImportKind<T, W>
  }>
}

/** Reads a file as a list of a kind, to be looked at or stored. */
export async function openList<T, W>(
  ctx: VerbContext,
  file: ListFile,
  { spec, read }: ListReader<T, W>,
): Promise<ListOpening> {
  const { fileName } = file
  const { reading, sha256 } = await openImportFile(file, ctx.giveWay)
  if (!reading.ok) return reading
  const { workbook } = reading
  const { result, kind } = await read(workbook)
  if (!result.ok) return result
  return { ok: true, list: openedList({ workbook, spec }, { ctx, fileName, sha256, result, kind }) }
}

/** Looks at a list that was opened, or stores it for a caller that waits. */
export async function importOpened(
  opening: ListOpening,
  { dryRun, onProgress }: Pick<ImportInput, 'dryRun' | 'onProgress'>,
): Promise<ImportOutcome> {
  if (!opening.ok) return opening
  const { list } = opening
  return { ok: true, report: dryRun ? await list.dryRun() : await list.store(onProgress) }
}

/** A list whose kind of records is known to itself alone. */
function openedList<T, W>(
  read: { readonly workbook: Workbook; readonly spec: TableSpec },
  task: ImportTask<T, W>,
): OpenedList {
  const { result } = task
  const { mended } = read.workbook
  return {
    ...read,
    rowCount: result.rowCount,
    dryRun: () => dryRunImport(task),
    store: (onProgress) => runImport(task, onProgress),
    slices: (given) => importSlices(task, { ...given, isOpen: true }),
    outcomeOf: (settled) => ({
      counts: countsOf(result, settled),
      report: { ...reportOf(result, settled), ...(mended === undefined ? {} : { mended }) },
    }),
  }
}
