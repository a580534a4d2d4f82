import { isOpenCase, updateCase } from '../../../db/queries/recall-cases.ts'
import { RECALL_COPY as W } from '../../copy/portal/recall.ts'
import type { RecallHandling } from '../../domain/recalls/handling.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { loadRecall } from './show-recall.ts'

/** Notes that a recall was reported to the authority; a first word stands. */
export async function reportRecall({ ctx, input }: Call<{ readonly id: string }>): Promise<void> {
  const { recall, target } = await loadRecall(ctx, input.id, 'recalls.write')
  if (recall.reportedAt !== null) return
  await change(ctx, {
    may: 'recalls.write',
    target,
    statements: [updateCase(ctx.db, { id: recall.id, reportedAt: ctx.now() })],
    audit: { action: 'recall.report', entityId: recall.id },
  })
}

/** Ends a recall with what became of the goods. Labels go on saying that the batch was recalled. */
export async function closeRecall({
  ctx,
  input,
}: Call<{
  readonly id: string
  readonly handling: RecallHandling
  readonly closingNote: string | null
}>): Promise<void> {
  const { recall, target } = await loadRecall(ctx, input.id, 'recalls.write')
  const { handling, closingNote } = input
  await change(ctx, {
    may: 'recalls.write',
    target,
    guards: [{ holds: isOpenCase(recall.id), refusal: () => conflict(W.isClosed) }],
    statements: [updateCase(ctx.db, { id: recall.id, handling, closingNote, closedAt: ctx.now() })],
    audit: { action: 'recall.close', entityId: recall.id, after: { handling, closingNote } },
    receipt: { id: recall.id },
  })
}
