import { isUnsealed } from '../../../db/queries/batches.ts'
import { insertBatchCheck } from '../../../db/queries/pre-shipment.ts'
import { CHECK_REFUSALS as R } from '../../copy/portal/pre-shipment.ts'
import { SEASON_DAYS } from '../../domain/pre-shipment/judge-checks.ts'
import { daysBefore } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { BATCH_CHECK } from '../../resources/batch-check.ts'
import { inputOf } from '../../resources/resource.ts'
import { loadBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { batchSealed } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { openChecksOf } from './checks-of-batch.ts'

/**
 * Writes down a check that the producer's own records prove, until the batch is released. What needs a
 * laboratory or minutes is refused: nobody proves that by their own word.
 */
export async function recordCheck({
  ctx,
  input,
}: Call<{ readonly ref: string; readonly texts: Texts }>): Promise<{ id: string }> {
  const batch = await loadBatch(ctx, input.ref, 'batches.write')
  if (batch.sealedAt !== null || batch.annulledAt !== null) throw batchSealed(batch.ref)
  const { check: checkKey, ...values } = parseInput(inputOf(BATCH_CHECK), input.texts)
  const { checks } = await openChecksOf(ctx, batch.id)
  const asked = checks.find(({ key }) => key === checkKey)
  if (asked === undefined) throw invalidField('check', R.notAsked)
  if (asked.proofKind !== 'record') throw invalidField('check', R.notByRecord)
  const today = vietnamDateOf(ctx.now())
  if (values.doneOn > today) throw invalidField('doneOn', R.ahead)
  // Goods that had not begun to grow were not checked.
  const season = daysBefore(batch.packedOn ?? today, SEASON_DAYS)
  if (values.doneOn < season && values.doneOn < (batch.seasonFrom ?? season)) {
    throw invalidField('doneOn', R.before)
  }
  const id = ctx.newId()
  const { outcome, doneOn, doneBy, place, paperNo } = values
  return change(ctx, {
    may: 'batches.write',
    target: { organisationId: batch.organisationId, place: null },
    guards: [{ holds: isUnsealed(batch.id), refusal: () => batchSealed(batch.ref) }],
    statements: [
      insertBatchCheck(ctx.db, {
        ...{ id, batchId: batch.id, checkKey, outcome, doneOn, doneBy, place, paperNo },
        ...{ recordedAt: ctx.now(), actor: actorText(ctx.actor) },
      }),
    ],
    audit: {
      action: 'batch.check.record',
      entityId: batch.id,
      after: { ref: batch.ref, check: checkKey, outcome, doneOn, doneBy, place, paperNo },
    },
    receipt: { id },
  })
}
