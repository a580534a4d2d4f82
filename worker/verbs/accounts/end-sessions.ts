import { deleteSession, deleteSessionsOf } from '../../../db/queries/accounts-sessions.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { selfOf } from './self.ts'

/** Signs oneself out everywhere, here as well; holds from the next request of each machine on. */
export async function endAllSessions({ ctx }: { ctx: VerbContext }): Promise<void> {
  const { userId } = selfOf(ctx)
  await change(ctx, {
    may: 'self',
    target: userId,
    statements: [deleteSessionsOf(ctx.db, { userId, exceptId: null })],
    audit: { action: 'account.sign_out_all', entityId: userId },
  })
}

/** Signs oneself out of one machine. A session of somebody else is left alone. */
export async function endSession({
  ctx,
  input,
}: Call<{ readonly sessionId: string }>): Promise<void> {
  const { userId } = selfOf(ctx)
  await change(ctx, {
    may: 'self',
    target: userId,
    statements: [deleteSession(ctx.db, { sessionId: input.sessionId, userId })],
    // As little as signing in.
    audit: [],
  })
}
