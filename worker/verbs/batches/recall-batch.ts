import * as z from 'zod'
import {
  hasRoomForException,
  insertException,
  listStandingExceptions,
} from '../../../db/queries/exceptions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireScope } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import { runDeed } from '../guard/run-deed.ts'
import { exceptionsFull } from '../labels/exceptions-full.ts'
import { withdrawalStatements } from '../labels/withdraw-exception.ts'
import { loadBatch } from './load-batch.ts'

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
 * `withdraw` the recalls in force are taken back. Answers with the rows written.
 */
export async function recallBatch({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof recallInput>
}): Promise<{ ids: string[] }> {
  requireScope(ctx, 'recalls:write')
  const fields = parseInput(recallInput, input)
  const batch = await loadBatch(ctx, fields.ref)
  if (fields.withdraw === true) return withdrawRecalls(ctx, { batch, reason: fields.reason })
  const { reason } = fields
  const id = ctx.newId()
  const made = { ids: [id] }
  try {
    await runDeed(
      ctx,
      [
        guardStatement(ctx.db, hasRoomForException(batch.id)),
        insertException(ctx.db, {
          id,
          kind: 'recalled',
          batchId: batch.id,
          runId: null,
          fromSerial: null,
          toSerial: null,
          effectiveOn: fields.effectiveOn ?? vietnamDateOf(ctx.now()),
          recordedAt: ctx.now(),
          reason,
          documentNo: fields.documentNo ?? null,
          // A recall is addressed to the public, and what it says is quoted as it was said.
          wording: fields.wording ?? { vi: reason, en: reason, zh: reason },
          amendsId: null,
          withdrawn: false,
          actor: actorText(ctx.actor),
        }),
        auditStatement(ctx, {
          action: 'batch.recall',
          entity: 'batch',
          entityId: batch.id,
          after: { ref: batch.ref, exceptionId: id, documentNo: fields.documentNo ?? null },
          reason,
        }),
      ],
      made,
    )
  } catch (error) {
    throw isGuardRefusal(error) ? exceptionsFull(batch.ref) : error
  }
  return made
}

async function withdrawRecalls(
  ctx: VerbContext,
  { batch, reason }: { batch: { id: string; ref: string }; reason: string },
): Promise<{ ids: string[] }> {
  const standing = await listStandingExceptions(ctx.db, batch.id)
  const recalls = standing.filter((row) => row.runId === null && row.kind === 'recalled')
  if (recalls.length === 0) {
    throw conflict({
      vi: `Lô ${batch.ref} không bị thu hồi.`,
      en: `Batch ${batch.ref} is not under recall.`,
      zh: `批次 ${batch.ref} 未被召回。`,
    })
  }
  const rows = recalls.map((row) => ({ row, id: ctx.newId(), reason }))
  const made = { ids: rows.map(({ id }) => id) }
  try {
    await runDeed(
      ctx,
      rows.flatMap((row) => withdrawalStatements(ctx, row)),
      made,
    )
  } catch (error) {
    throw isGuardRefusal(error) ? tooBusy() : error
  }
  return made
}
