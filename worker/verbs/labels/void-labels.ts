import * as z from 'zod'
import { hasRoomForException, insertException } from '../../../db/queries/exceptions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireScope } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { runDeed } from '../guard/run-deed.ts'
import { exceptionsFull } from './exceptions-full.ts'
import { runsSharingLabels } from './exceptions-of-run.ts'
import { loadRun } from './load-run.ts'
import { rangeOf } from './range-of.ts'

const KINDS = ['void', 'lost', 'stolen', 'recalled'] as const
export type VoidKind = (typeof KINDS)[number]

export const voidInput = z.object({
  runId: z.string(),
  /** Serials, both ends included; the whole run when absent. */
  from: z.int().min(0).optional(),
  to: z.int().min(0).optional(),
  kind: z.enum(KINDS, { message: `Loại là một trong: ${KINDS.join(', ')}.` }).default('void'),
  /** Kept for inspectors, not shown to the public. */
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  /** The day it holds from; today when absent. */
  effectiveOn: calendarDateField.nullish(),
})

/**
 * Marks labels of a run as void, lost, stolen or recalled. Rows are only added: see
 * `withdrawException`. `sharedWith` names the other runs whose labels are the very same and so are
 * marked with these.
 */
export async function voidLabels({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof voidInput>
}): Promise<{ id: string; from: number; to: number; sharedWith: string[] }> {
  requireScope(ctx, 'labels:void')
  const fields = parseInput(voidInput, input)
  const { run, batch } = await loadRun(ctx, fields.runId)
  const range = rangeOf(run, fields)
  const id = ctx.newId()
  const sharing = await runsSharingLabels(ctx.db, run)
  const made = { id, ...range, sharedWith: sharing.map((other) => other.id) }
  try {
    await runDeed(
      ctx,
      [
        guardStatement(ctx.db, hasRoomForException(batch.id)),
        insertException(ctx.db, {
          id,
          kind: fields.kind,
          batchId: batch.id,
          runId: run.id,
          fromSerial: range.from,
          toSerial: range.to,
          effectiveOn: fields.effectiveOn ?? vietnamDateOf(ctx.now()),
          recordedAt: ctx.now(),
          reason: fields.reason,
          documentNo: fields.documentNo ?? null,
          wording: null,
          amendsId: null,
          withdrawn: false,
          actor: actorText(ctx.actor),
        }),
        auditStatement(ctx, {
          action: `labels.${fields.kind}`,
          entity: 'label_exception',
          entityId: id,
          after: { runId: run.id, ref: batch.ref, ...range },
          reason: fields.reason,
        }),
      ],
      made,
    )
  } catch (error) {
    throw isGuardRefusal(error) ? exceptionsFull(batch.ref) : error
  }
  return made
}
