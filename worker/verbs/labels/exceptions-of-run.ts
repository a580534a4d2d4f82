import type { Database } from '../../../db/client.ts'
import { type ExceptionRow, listStandingExceptions } from '../../../db/queries/exceptions.ts'
import { listRuns, type RunRow } from '../../../db/queries/runs.ts'
import { sharesLabels } from '../../domain/standing/shares-labels.ts'

/** Runs that hold labels of this one too, whose copies nobody can tell apart. */
export async function runsSharingLabels(db: Database, run: RunRow): Promise<RunRow[]> {
  const runs = await listRuns(db, run.batchId)
  return runs.filter((other) => other.id !== run.id && sharesLabels(other, run))
}

/**
 * What stands against labels of a run: said of the whole batch, of the run, or of another run that
 * holds the same labels.
 */
export async function exceptionsOfRun(db: Database, run: RunRow): Promise<ExceptionRow[]> {
  const standing = await listStandingExceptions(db, run.batchId)
  if (standing.length === 0) return []
  const sharing = await runsSharingLabels(db, run)
  const runIds = new Set([run.id, ...sharing.map(({ id }) => id)])
  return standing.filter(({ runId }) => runId === null || runIds.has(runId))
}
