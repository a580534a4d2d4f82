import { listMinutesDrafts } from '../../../db/queries/minutes-drafts.ts'
import { actorText, type Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** What the actor has half-written, the last touched first. */
export function readOwnDrafts(ctx: Reading) {
  requireAny(ctx, 'inspections.write')
  return listMinutesDrafts(ctx.db, actorText(ctx.actor))
}
