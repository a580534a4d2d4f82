import { type BatchRow, readBatchByRef } from '../../../db/queries/batches.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import type { VerbContext } from '../context.ts'
import { mayTouch } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A batch the actor may touch, by its REF however typed; another organisation's is simply not there. */
export async function loadBatch(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  typedRef: string,
): Promise<BatchRow> {
  const row = await findBatch(ctx, typedRef)
  if (row !== null && mayTouch(ctx.actor, row.organisationId)) return row
  throw noSuchBatch(typedRef)
}

/** A batch of anyone's, for deeds whose permission does not depend on whose it is. */
export async function loadAnyBatch(
  ctx: Pick<VerbContext, 'db'>,
  typedRef: string,
): Promise<BatchRow> {
  const row = await findBatch(ctx, typedRef)
  if (row !== null) return row
  throw noSuchBatch(typedRef)
}

async function findBatch(ctx: Pick<VerbContext, 'db'>, typed: string): Promise<BatchRow | null> {
  const ref = readTypedRef(typed)
  return ref === null ? null : readBatchByRef(ctx.db, ref)
}

function noSuchBatch(typed: string): Error {
  return notFound({ vi: `lô ${typed}`, en: `batch ${typed}`, zh: `批次 ${typed}` })
}
