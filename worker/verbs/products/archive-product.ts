import { isInState, setArchivedAt } from '../../../db/queries/products.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { loadProduct } from './load-product.ts'

/**
 * Puts a product away, or takes it out again. Of one that is put away no batch is made any more; its
 * batches, labels and pages stay. Done twice it is done once.
 */
export async function archiveProduct({
  ctx,
  input,
}: Call<{ readonly id: string; readonly archived: boolean }>): Promise<void> {
  requireAny(ctx, 'batches.write')
  const row = await loadProduct(ctx, input.id, 'batches.write')
  if ((row.archivedAt !== null) === input.archived) return
  const archivedAt = input.archived ? ctx.now() : null
  await change(ctx, {
    may: 'batches.write',
    target: { organisationId: row.organisationId, place: null },
    guards: [{ holds: isInState(row), refusal: editedMeanwhile }],
    statements: [setArchivedAt(ctx.db, { id: row.id, archivedAt })],
    audit: {
      action: input.archived ? 'product.archive' : 'product.restore',
      entityId: row.id,
      after: { name: row.name },
    },
  })
}
