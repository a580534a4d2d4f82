import { markNotificationRead, markNotificationsRead } from '../../../db/queries/notifications.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { actorText, type DatedReading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { personOf } from './person-of.ts'

/**
 * Marks a message of the person's organisation as read, for all its members; `not_found` for those of
 * others. The row itself keeps who read it first, so the audit log does not repeat it.
 */
export async function markMessageRead(ctx: DatedReading, input: { id: string }): Promise<void> {
  const { organisationId } = personOf(ctx)
  const marked = await markNotificationRead(ctx.db, {
    ...{ organisationId, id: input.id },
    ...{ readAt: ctx.now(), readBy: actorText(ctx.actor) },
  })
  if (!marked) throw notFound(THINGS.message)
}

/** Marks everything read that had come by `upTo` (epoch milliseconds), the newest message on the page. */
export async function markMessagesRead(ctx: DatedReading, input: { upTo: string }): Promise<void> {
  const { organisationId } = personOf(ctx)
  const { upTo } = input
  if (!/^\d{1,15}$/.test(upTo)) throw invalidField('upTo', REQUEST_REFUSALS.openMessagesAgain)
  await markNotificationsRead(ctx.db, {
    ...{ organisationId, upTo: Number(upTo) },
    ...{ readAt: ctx.now(), readBy: actorText(ctx.actor) },
  })
}
