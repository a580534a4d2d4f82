import {
  deleteMinutesDraft,
  draftIs,
  readMinutesDraft,
} from '../../../db/queries/minutes-drafts.ts'
import { MINUTES_COPY as W } from '../../copy/portal/minutes.ts'
import { change } from '../change.ts'
import { actorText, type Call, type Reading } from '../context.ts'
import { ownTarget, requireAny } from '../guard/authorise.ts'
import { editedMeanwhile, notFound } from '../guard/refusals.ts'

/** A draft of the actor's own, whatever became of its place. */
export async function readOwnDraft(ctx: Reading, id: string) {
  requireAny(ctx, 'inspections.write')
  const row = await readMinutesDraft(ctx.db, id)
  if (row === null || row.account !== actorText(ctx.actor)) throw notFound(W.draftNoun)
  return row
}

/** Throws a draft away; its photos go with those that nothing shows. */
export async function dropDraft({
  ctx,
  input,
}: Call<{ readonly id: string; readonly expected: string }>): Promise<{ id: string }> {
  const row = await readOwnDraft(ctx, input.id)
  if (input.expected !== String(row.version)) throw editedMeanwhile()
  return change(ctx, {
    may: 'outbox.send',
    target: ownTarget(ctx),
    guards: [{ holds: draftIs(row), refusal: editedMeanwhile }],
    statements: [deleteMinutesDraft(ctx.db, row.id)],
    // Nothing was said by it.
    audit: [],
    receipt: { id: row.id },
  })
}
