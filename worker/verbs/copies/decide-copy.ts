import * as z from 'zod'
import { decideSuspected, isUndecided, readRunOfUnit } from '../../../db/queries/copies.ts'
import { COPY_DECISIONS } from '../../../db/schema/index.ts'
import { COPY_REFUSALS } from '../../copy/refusals/copies.ts'
import { targetOfBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { newException, roomForException } from '../labels/new-exception.ts'
import { type NamedUnit, openCopy } from './open-copy.ts'

const schema = z.object({
  decision: z.enum(COPY_DECISIONS),
  /** Kept for inspectors, not shown to the public. */
  reason: lineField(500),
  /** The suspicion that was looked at; that of now where nothing was shown. */
  suspectedAt: z.int().nullish(),
})

/**
 * An inspector's word on a label that many have opened: confirmed, its page says so until somebody
 * takes it back; dismissed, it says nothing until twice as many visitors have been counted.
 */
export async function decideCopy({
  ctx,
  input,
}: Call<NamedUnit & z.input<typeof schema>>): Promise<void> {
  requireAny(ctx, 'copies.inspect')
  const { ref, serial, gtin, ...given } = input
  const { decision, reason, suspectedAt } = parseInput(schema, given)
  const { batch, label, visitors } = await openCopy(ctx, { ref, serial, gtin })
  const runId = await readRunOfUnit(ctx.db, label)
  const seen = suspectedAt ?? label.suspectedAt
  const isConfirmed = decision === 'confirmed' && runId !== null
  const range = { fromSerial: label.serial, toSerial: label.serial }
  const exception = { id: ctx.newId(), kind: 'copy_suspected', batchId: batch.id, runId } as const
  await change(ctx, {
    may: 'copies.inspect',
    target: await targetOfBatch(ctx, { batch, to: 'copies.inspect' }),
    guards: [
      {
        holds: isUndecided(label, seen),
        refusal: () => conflict(COPY_REFUSALS.decidedMeanwhile),
      },
      ...(isConfirmed ? [roomForException(batch)] : []),
    ],
    statements: [
      decideSuspected(ctx.db, label, {
        ...{ decision, visitors, at: ctx.now(), by: actorText(ctx.actor) },
      }),
      ...(isConfirmed ? [newException(ctx, { ...exception, ...range, reason })] : []),
    ],
    audit: {
      action: decision === 'confirmed' ? 'copy.confirm' : 'copy.dismiss',
      entityId: batch.id,
      after: { unitSpace: label.unitSpace, serial: label.serial, visitors },
      reason,
    },
  })
}
