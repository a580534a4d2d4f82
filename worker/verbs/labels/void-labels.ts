import * as z from 'zod'
import { fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { told } from '../../resources/told.ts'
import { targetOfBatch } from '../batches/load-batch.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { runsSharingLabels } from './exceptions-of-run.ts'
import { loadRun } from './load-run.ts'
import { roomForException } from './new-exception.ts'
import { rangeOf } from './range-of.ts'
import { sayOnce } from './say-once.ts'

export const VOID_KINDS = ['void', 'lost', 'stolen', 'recalled'] as const
export type VoidKind = (typeof VOID_KINDS)[number]

export const voidInput = z.object({
  runId: z.string(),
  /** Serials, both ends included; the whole run when absent. */
  from: z.int().min(0).optional(),
  to: z.int().min(0).optional(),
  kind: z
    .enum(VOID_KINDS, told(fillAll(LABEL_REFUSALS.kind, { list: VOID_KINDS.join(', ') })))
    .default('void'),
  /** Kept for inspectors, not shown to the public. */
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  /** The day it holds from; today when absent. */
  effectiveOn: calendarDateField.nullish(),
})

/**
 * Marks labels of a run as void, lost, stolen or recalled. Rows are only added: see
 * `withdrawException`; what holds already is said once. `sharedWith` names the other runs whose
 * labels are the very same and so are marked with these.
 */
export async function voidLabels({ ctx, input }: Call<z.input<typeof voidInput>>): Promise<{
  id: string
  from: number
  to: number
  sharedWith: string[]
}> {
  requireAny(ctx, 'labels.void')
  const fields = parseInput(voidInput, input)
  const { run, batch } = await loadRun(ctx, fields.runId, 'labels.void')
  const range = rangeOf(run, fields)
  const sharing = await runsSharingLabels(ctx.db, run)
  const sharedWith = sharing.map((other) => other.id)
  const { kind, reason } = fields
  return sayOnce(ctx, {
    said: {
      ...{ kind, reason, batchId: batch.id, runId: run.id, wording: null },
      ...{ fromSerial: range.from, toSerial: range.to },
      ...{ documentNo: fields.documentNo ?? null, effectiveOn: fields.effectiveOn ?? null },
    },
    right: {
      may: 'labels.void',
      target: await targetOfBatch(ctx, { batch, to: 'labels.void' }),
      guards: [roomForException(batch)],
    },
    audit: (id) => [
      {
        action: `labels.${kind}`,
        entity: 'label_exception',
        entityId: id,
        after: { runId: run.id, ref: batch.ref, ...range },
        reason,
      },
    ],
    answer: (id) => ({ id, ...range, sharedWith }),
  })
}
