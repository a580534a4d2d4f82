import { listMinutesDrafts } from '../../../db/queries/minutes-drafts.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** What the actor has half-written, the last touched first. */
export function readOwnDrafts(ctx: Pick<VerbContext, 'db' | 'actor'>) {
  requireAny(ctx, 'inspections.write')
  return listMinutesDrafts(ctx.db, actorText(ctx.actor))
}
