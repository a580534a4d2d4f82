import * as z from 'zod'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { listAllExceptions, listStandingExceptions } from '../../../db/queries/exceptions.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { change, doneAlready } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { roomForException } from '../labels/new-exception.ts'
import { sayOnce } from '../labels/say-once.ts'
import { withdrawal } from '../labels/withdraw-exception.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'

const wordingField = z.object({ vi: lineField(500), en: lineField(500), zh: lineField(500) })

export const recallInput = z.object({
  ref: z.string(),
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  effectiveOn: calendarDateField.nullish(),
  /** What the public reads; the reason itself in every language when absent. */
  wording: wordingField.nullish(),
  /** Takes the batch's recalls back instead. */
  withdraw: z.literal(true).optional(),
})

/**
 * Recalls a whole batch: every label of it, and a typed code too, says stop from then on. With
 * `withdraw` the recalls in force are taken back. Answers with the rows that say so; the same again
 * writes none.
 */
export async function recallBatch({
  ctx,
  input,
}: Call<z.input<typeof recallInput>>): Promise<{ ids: string[] }> {
  requireAny(ctx, 'recalls.write')
  const fields = parseInput(recallInput, input)
  const batch = await loadBatch(ctx, fields.ref, 'recalls.write')
  if (fields.withdraw === true) return withdrawRecalls(ctx, { batch, reason: fields.reason })
  const { reason } = fields
  const documentNo = fields.documentNo ?? null
  return sayOnce(ctx, {
    said: {
      ...{ kind: 'recalled', batchId: batch.id, runId: null, fromSerial: null, toSerial: null },
      ...{ reason, documentNo, effectiveOn: fields.effectiveOn ?? null },
      // A recall is addressed to the public, and what it says is quoted as it was said.
      wording: fields.wording ?? { vi: reason, en: reason, zh: reason },
    },
    right: {
      may: 'recalls.write',
      target: await targetOfBatch(ctx, { batch, to: 'recalls.write' }),
      guards: [roomForException(batch)],
    },
    audit: (id) => [
      {
        action: 'batch.recall',
        entityId: batch.id,
        after: { ref: batch.ref, exceptionId: id, documentNo },
        reason,
      },
    ],
    answer: (id) => ({ ids: [id] }),
  })
}

async function withdrawRecalls(
  ctx: VerbContext,
  { batch, reason }: { batch: BatchRow; reason: string },
): Promise<{ ids: string[] }> {
  const standing = await listStandingExceptions(ctx.db, batch.id)
  const recalls = standing.filter((row) => row.runId === null && row.kind === 'recalled')
  if (recalls.length === 0) return withdrawnBefore(ctx, { batch, reason })
  const rows = recalls.map((row) => withdrawal(ctx, { row, batch, reason }))
  const made = { ids: rows.map(({ id }) => id) }
  return change(ctx, {
    may: 'recalls.write',
    target: await targetOfBatch(ctx, { batch, to: 'recalls.write' }),
    guards: rows.flatMap(({ guards }) => guards),
    statements: rows.map(({ statement }) => statement),
    audit: rows.map(({ audit }) => audit),
    receipt: made,
  })
}

/** The same withdrawal again answers what it wrote; any other finds no recall. */
async function withdrawnBefore(
  ctx: VerbContext,
  { batch, reason }: { batch: BatchRow; reason: string },
): Promise<{ ids: string[] }> {
  const rows = await listAllExceptions(ctx.db, batch.id)
  const back = rows.filter((row) => row.withdrawn && row.runId === null && row.kind === 'recalled')
  const last = back.at(-1)
  if (last === undefined || last.reason !== reason) {
    throw conflict(fillAll(BATCH_REFUSALS.notRecalled, { ref: batch.ref }))
  }
  const made = {
    ids: back.filter(({ recordedAt }) => recordedAt === last.recordedAt).map(({ id }) => id),
  }
  const target = await targetOfBatch(ctx, { batch, to: 'recalls.write' })
  return doneAlready(ctx, { may: 'recalls.write', target, receipt: made })
}
