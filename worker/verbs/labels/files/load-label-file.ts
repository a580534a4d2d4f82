import { type LabelFileRow, readLabelFile } from '../../../../db/queries/label-files.ts'
import type { RunOfBatch } from '../../../../db/queries/runs.ts'
import { LABEL_FILE_COPY as W } from '../../../copy/portal/label-files.ts'
import type { Reading } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import { loadRun } from '../load-run.ts'

/** A file of a run's labels is gone after so long. */
export const KEEP_DAYS = 7

/** A file of a run that the actor may print; one of another run, or dropped since, is not there. */
export async function loadLabelFile(
  ctx: Reading,
  asked: { readonly runId: string; readonly id: string },
): Promise<RunOfBatch & { readonly row: LabelFileRow }> {
  const loaded = await loadRun(ctx, asked.runId, 'labels.issue')
  const row = await readLabelFile(ctx.db, asked.id)
  if (row === null || row.runId !== loaded.run.id) throw notFound(W.noun)
  return { ...loaded, row }
}
