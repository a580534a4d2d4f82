import { isDatabaseUnavailable } from '../../../db/errors.ts'
import { finishImportRun, setImportState } from '../../../db/queries/import-runs.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { IMPORT_REFUSALS } from '../../copy/refusals/imports.ts'
import { storeAtOnce } from '../background/store-at-once.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { type ImportTask, ROWS_PER_SLICE } from './import-kind.ts'
import type { ImportReport } from './import-report.ts'
import { IMPORT_START, importSlices } from './import-slices.ts'
import { createTally } from './import-tally.ts'
import { toStoredReport } from './stored-report.ts'

type Progress = { readonly done: number; readonly total: number }

/**
 * Reads a list into the database at one go, for a caller that waits for it: rows that are there
 * already change nothing. A long list handed in through the portal goes through a job instead, in the
 * same slices.
 */
export async function runImport<T, W>(
  task: ImportTask<T, W>,
  onProgress?: (progress: Progress) => void,
): Promise<ImportReport> {
  const { ctx, fileName, sha256, result } = task
  const id = ctx.newId()
  const progress = { done: 0, total: result.records.length }
  const tally = createTally(result)
  const slices = importSlices(task, {
    ...{ importId: id, isOpen: false, from: IMPORT_START },
    onSettled: (rows) => {
      tally.settle(rows)
      progress.done += rows.length
      onProgress?.({ ...progress })
    },
  })
  let importId: string | null
  try {
    importId = (await storeAtOnce(ctx.db, slices)).importId
  } catch (error) {
    await noteFailure(ctx, id)
    throw isDatabaseUnavailable(error) ? interrupted(progress, error) : error
  }
  const report = tally.report({ fileName, sha256, dryRun: false, importId })
  if (importId !== null) {
    const { counts } = report
    const finished = { id: importId, counts, report: toStoredReport(report) }
    // The end of the slices above, as a job writes it: no `change()` of its own.
    await runBatch(ctx.db, [finishImportRun(ctx.db, { ...finished, finishedAt: ctx.now() })])
  }
  return report
}

/** What importing a list would do, row by row; nothing is written. */
export async function dryRunImport<T, W>(task: ImportTask<T, W>): Promise<ImportReport> {
  const { ctx, fileName, sha256, result } = task
  const { records } = result
  const tally = createTally(result)
  const plan = task.kind.planner('dry')
  for (let at = 0; at < records.length; at += ROWS_PER_SLICE) {
    await ctx.giveWay()
    const rows = records.slice(at, at + ROWS_PER_SLICE)
    const planned = await plan(rows)
    tally.settle(
      planned.flatMap((each, index) => {
        const record = rows[index]
        return record === undefined ? [] : [{ record, planned: each }]
      }),
    )
  }
  return tally.report({ fileName, sha256, dryRun: true, importId: null })
}

/**
 * So that nobody waits for it; where the database is away, the import is found as cut off. The mark
 * of an accident and nobody's change: no `change()`.
 */
async function noteFailure({ db }: VerbContext, id: string): Promise<void> {
  const failed = setImportState(db, { id, from: 'running', to: 'failed' })
  await runBatch(db, [failed]).catch(() => undefined)
}

function interrupted({ done, total }: Progress, cause: unknown): Problem {
  return new Problem({
    code: 'unavailable',
    text: fillAll(IMPORT_REFUSALS.databaseLost, { done, total }),
    cause,
  })
}
