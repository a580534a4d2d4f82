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
  const ref = readTypedRef(typedRef)
  const row = ref === null ? null : await readBatchByRef(ctx.db, ref)
  if (row !== null && mayTouch(ctx.actor, row.organisationId)) return row
  throw notFound({ vi: `lô ${typedRef}`, en: `batch ${typedRef}`, zh: `批次 ${typedRef}` })
}
