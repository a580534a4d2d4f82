import * as z from 'zod'
import { insertException, isNotAnnulled, setAnnulled } from '../../../db/queries/exceptions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireScope } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { runDeed } from '../guard/run-deed.ts'
import { loadBatch } from './load-batch.ts'

const schema = z.object({ ref: z.string(), reason: lineField(500) })

/** Annuls a batch for good: all its labels are void and it gets no new ones. The way to correct a sealed batch. */
export async function annulBatch({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requireScope(ctx, 'labels:void')
  const { ref, reason } = parseInput(schema, input)
  const batch = await loadBatch(ctx, ref)
  const id = ctx.newId()
  try {
    await runDeed(
      ctx,
      [
        guardStatement(ctx.db, isNotAnnulled(batch.id)),
        setAnnulled(ctx.db, { batchId: batch.id, at: ctx.now() }),
        insertException(ctx.db, {
          id,
          kind: 'void',
          batchId: batch.id,
          runId: null,
          fromSerial: null,
          toSerial: null,
          effectiveOn: vietnamDateOf(ctx.now()),
          recordedAt: ctx.now(),
          reason,
          documentNo: null,
          wording: null,
          amendsId: null,
          withdrawn: false,
          actor: actorText(ctx.actor),
        }),
        auditStatement(ctx, { action: 'batch.annul', entity: 'batch', entityId: batch.id, reason }),
      ],
      { id },
    )
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    throw conflict({
      vi: `Lô ${batch.ref} đã huỷ rồi.`,
      en: `Batch ${batch.ref} is already annulled.`,
      zh: `批次 ${batch.ref} 已作废。`,
    })
  }
  return { id }
}
