import * as z from 'zod'
import { isNotAnnulled, setAnnulled } from '../../../db/queries/exceptions.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { newException } from '../labels/new-exception.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'

const schema = z.object({ ref: z.string(), reason: lineField(500) })

/** Annuls a batch for good: all its labels are void and it gets no new ones. The way to correct a sealed batch. */
export async function annulBatch({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string }> {
  requireAny(ctx, 'batches.annul')
  const { ref, reason } = parseInput(schema, input)
  const batch = await loadBatch(ctx, ref, 'batches.annul')
  const id = ctx.newId()
  return change(ctx, {
    may: 'batches.annul',
    target: await targetOfBatch(ctx, { batch, to: 'batches.annul' }),
    guards: [
      {
        holds: isNotAnnulled(batch.id),
        refusal: () => conflict(fillAll(BATCH_REFUSALS.alreadyAnnulled, { ref: batch.ref })),
      },
    ],
    statements: [
      setAnnulled(ctx.db, { batchId: batch.id, at: ctx.now() }),
      newException(ctx, { id, kind: 'void', batchId: batch.id, reason }),
    ],
    audit: { action: 'batch.annul', entityId: batch.id, reason },
    receipt: { id },
  })
}
