import * as z from 'zod'
import { insertAllowance } from '../../../db/queries/allowances.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { authorityOf } from './authority-of.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'

const schema = z.object({
  ref: z.string(),
  /** Told to the public. */
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  authority: lineField(200).nullish(),
})

/**
 * An officer's word that goods harvested before a pre-harvest interval had passed may be sold all
 * the same, say after a residue test. Public, with its reason. Only an officer in whose area the
 * batch was grown.
 */
export async function overrideInterval({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string }> {
  requireAny(ctx, 'batches.allow')
  const fields = parseInput(schema, input)
  const batch = await loadBatch(ctx, fields.ref, 'batches.allow')
  const id = ctx.newId()
  await change(ctx, {
    may: 'batches.allow',
    target: await targetOfBatch(ctx, { batch, to: 'batches.allow' }),
    statements: [
      insertAllowance(ctx.db, {
        id,
        batchId: batch.id,
        kind: 'interval',
        codeId: null,
        reason: fields.reason,
        documentNo: fields.documentNo ?? null,
        recordedAt: ctx.now(),
        actor: actorText(ctx.actor),
        authority: authorityOf(ctx, fields.authority),
      }),
    ],
    audit: {
      action: 'batch.interval.override',
      entityId: batch.id,
      after: { ref: batch.ref, documentNo: fields.documentNo ?? null },
      reason: fields.reason,
    },
    touches: { batchIds: [batch.id] },
  })
  return { id }
}
