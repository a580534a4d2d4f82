import { type RunOfBatch, readRun } from '../../../db/queries/runs.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { mayDoToBatch } from '../batches/load-batch.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A run with its batch, to do something to it; one the actor may not do it to is simply not there. */
export async function loadRun(ctx: Reading, id: string, to: Permission): Promise<RunOfBatch> {
  requireAny(ctx, to)
  const row = await readRun(ctx.db, id)
  if (row !== null && (await mayDoToBatch(ctx, { batch: row.batch, to }))) return row
  throw notFound(fillAll(THINGS.run, { id }))
}
