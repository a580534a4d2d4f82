import { type RunOfBatch, readRun } from '../../../db/queries/runs.ts'
import type { VerbContext } from '../context.ts'
import { mayTouch } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A run the actor may touch, with its batch; another organisation's is simply not there. */
export async function loadRun(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  id: string,
): Promise<RunOfBatch> {
  const row = await readRun(ctx.db, id)
  if (row !== null && mayTouch(ctx.actor, row.batch.organisationId)) return row
  throw notFound({ vi: `đợt in tem ${id}`, en: `run ${id}`, zh: `发行批次 ${id}` })
}
