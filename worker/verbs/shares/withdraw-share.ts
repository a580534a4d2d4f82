import { readShare, withdrawShareRow } from '../../../db/queries/shares.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { loadBatch, targetOfBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { notFound } from '../guard/refusals.ts'

/** Ends a link at once and for good. Done twice it is done once. */
export async function withdrawShare({
  ctx,
  input,
}: Call<{ readonly ref: string; readonly id: string }>): Promise<void> {
  const batch = await loadBatch(ctx, input.ref, 'batches.write')
  const share = await readShare(ctx.db, input.id)
  if (share === null || share.batchId !== batch.id) throw notFound(THINGS.share)
  if (share.withdrawnAt !== null) return
  await change(ctx, {
    may: 'batches.write',
    target: await targetOfBatch(ctx, { batch, to: 'batches.write' }),
    statements: [withdrawShareRow(ctx.db, { id: share.id, at: ctx.now() })],
    audit: {
      action: 'share.withdraw',
      entityId: batch.id,
      after: { share: share.id, buyer: share.buyer },
    },
  })
}
