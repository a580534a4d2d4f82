import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { type BatchRow, readBatch, readBatchByRef } from '../../../db/queries/batches.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Lookup, Reading } from '../context.ts'
import { isByPlace, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/**
 * The batch of a REF however typed, to do something to it. One that the actor may not do it to is
 * simply not there.
 */
export async function loadBatch(ctx: Reading, typedRef: string, to: Permission): Promise<BatchRow> {
  requireAny(ctx, to)
  const row = await findBatch(ctx, typedRef)
  if (row !== null && (await mayDoToBatch(ctx, { batch: row, to }))) return row
  throw noSuchBatch(typedRef)
}

/** A batch of anyone's, where the permission is for something else about it, such as a code. */
export async function loadAnyBatch(ctx: Lookup, typedRef: string): Promise<BatchRow> {
  const row = await findBatch(ctx, typedRef)
  if (row !== null) return row
  throw noSuchBatch(typedRef)
}

/** The batch of an id, likewise; null where the actor may not do it to that one. */
export async function readBatchTo(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<BatchRow | null> {
  const row = await readBatch(ctx.db, id)
  return row !== null && (await mayDoToBatch(ctx, { batch: row, to })) ? row : null
}

type Wanted = {
  readonly batch: Pick<BatchRow, 'id' | 'organisationId'>
  readonly to: Permission
}

/**
 * A batch is its organisation's, and lies where it was grown, else where the organisation does; the
 * place is read only for those whose right depends on it.
 */
export async function targetOfBatch(ctx: Reading, { batch, to }: Wanted): Promise<Target> {
  if (isByPlace(ctx.actor, to)) return targetOf(await readBatchPlace(ctx.db, batch))
  return { organisationId: batch.organisationId, place: null }
}

export async function mayDoToBatch(ctx: Reading, wanted: Wanted): Promise<boolean> {
  return mayDo(ctx.actor, wanted.to, await targetOfBatch(ctx, wanted))
}

async function findBatch(ctx: Lookup, typed: string): Promise<BatchRow | null> {
  const ref = readTypedRef(typed)
  return ref === null ? null : readBatchByRef(ctx.db, ref)
}

export function noSuchBatch(typed: string): Error {
  return notFound(fillAll(THINGS.batch, { ref: typed }))
}
