import type { SQL } from 'drizzle-orm'
import { finishImportRun } from '../../../db/queries/import-runs.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import type { ImportedRecord, ImportSuccess } from '../../domain/sheet/records/import-result.ts'
import type { VerbContext } from '../context.ts'
import type { ImportInput, ImportReport } from './import-report.ts'
import { createTally } from './import-tally.ts'
import type { PlannedRow } from './planned-row.ts'
import { storeRows } from './store-rows.ts'
import { toStoredReport } from './stored-report.ts'

/** How one kind of list is read into the database. */
export type ImportKind<T, W> = {
  readonly id: 'codes' | 'diary' | 'batches'
  /**
   * Decides every record, in order, from the database as it is now and the records before it, with a
   * fixed number of reads however many records there are.
   */
  readonly plan: (records: readonly ImportedRecord<T>[]) => Promise<readonly PlannedRow<W>[]>
  /** What some rows write, to stand in one atomic batch. */
  readonly statements: (writes: readonly W[], importId: string) => readonly Statement[]
  /** Differs whenever something a plan rests on was added; null where constraints tell by themselves. */
  readonly version: SQL | null
}

export type ImportTask<T, W> = {
  readonly ctx: VerbContext
  readonly file: ImportInput
  readonly sha256: string
  readonly result: ImportSuccess<T>
  readonly kind: ImportKind<T, W>
}

/**
 * Reads the records of a file into the database. A row is stored whole or not at all; bad rows take
 * no good ones with them; rows that are there already change nothing. When somebody else writes to
 * the same part meanwhile, the rows still to be stored are decided again. Returns the report and
 * what was written.
 */
export async function runImport<T, W>(
  task: ImportTask<T, W>,
): Promise<{ report: ImportReport; stored: readonly W[] }> {
  const { ctx, file, sha256, result, kind } = task
  const { fileName, dryRun } = file
  const tally = createTally(result, file.run?.resumed ?? null)
  if (dryRun) {
    const plan = await kind.plan(result.records)
    plan.forEach((planned, index) => {
      const record = result.records[index]
      if (record !== undefined) tally.settle(record, planned)
    })
    return { report: tally.report({ fileName, sha256, dryRun, importId: null }), stored: [] }
  }
  const { importId, stored } = await storeRows(task, tally)
  const report = tally.report({ fileName, sha256, dryRun, importId })
  if (importId !== null) {
    const { counts } = report
    const finished = { id: importId, counts, report: toStoredReport(report) }
    await runBatch(ctx.db, [finishImportRun(ctx.db, { ...finished, finishedAt: ctx.now() })])
  }
  return { report, stored }
}
