import {
  type AuthorisationEventRow,
  insertAuthorisationEvent,
} from '../../../db/queries/authorisation-events.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { actorText, type VerbContext } from '../context.ts'

/** A row of the way of an authorisation, to stand in the batch of the change itself. */
export function noteAuthorisation(
  ctx: VerbContext,
  about: Pick<AuthorisationEventRow, 'linkId' | 'kind'> &
    Partial<Pick<AuthorisationEventRow, 'effectiveOn' | 'reason'>>,
): Statement {
  const { linkId, kind, reason = null } = about
  return insertAuthorisationEvent(ctx.db, {
    ...{ id: ctx.newId(), linkId, kind, reason },
    effectiveOn: about.effectiveOn ?? vietnamDateOf(ctx.now()),
    recordedAt: ctx.now(),
    actor: actorText(ctx.actor),
  })
}
