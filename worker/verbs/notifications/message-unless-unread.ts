import { insertMessageUnlessUnread } from '../../../db/queries/notifications.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'
import type { Message } from './notify-statement.ts'

/**
 * A message to an organisation, unless one of the same kind waits to be read: what may happen a
 * thousand times a day is told once.
 */
export function messageUnlessUnread(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  message: Message,
): Statement {
  return insertMessageUnlessUnread(ctx.db, {
    ...message,
    id: ctx.newId(),
    createdAt: ctx.now(),
  })
}
