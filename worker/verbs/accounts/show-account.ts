import { listMemberships } from '../../../db/queries/accounts-members.ts'
import { listPasskeys, type PasskeyRow } from '../../../db/queries/accounts-passkeys.ts'
import { listSessions, type SessionRow } from '../../../db/queries/accounts-sessions.ts'
import type { VerbContext } from '../context.ts'
import { selfOf } from './self.ts'

export type AccountView = {
  readonly sessions: readonly SessionRow[]
  readonly passkeys: readonly PasskeyRow[]
  readonly organisations: readonly {
    readonly organisationId: string
    readonly organisationName: string
    readonly role: string
  }[]
}

/** What stands of one's own account: where one is signed in, one's passkeys, whom one works for. */
export async function showAccount({ ctx }: { ctx: VerbContext }): Promise<AccountView> {
  const { userId } = selfOf(ctx)
  const [sessions, passkeys, organisations] = await Promise.all([
    listSessions(ctx.db, { userId, now: ctx.now() }),
    listPasskeys(ctx.db, userId),
    listMemberships(ctx.db, userId),
  ])
  return { sessions, passkeys, organisations }
}
