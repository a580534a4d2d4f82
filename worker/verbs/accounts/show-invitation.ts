import { type InvitationRow, readInvitation } from '../../../db/queries/accounts-invitations.ts'
import { findUser, worksForSomebody } from '../../../db/queries/accounts-members.ts'
import { isRole, type Role } from '../../domain/access/roles.ts'
import type { VerbContext } from '../context.ts'
import { noInvitation } from './member-refusals.ts'

/** What whoever holds the link may read of an invitation. */
export type InvitationView = {
  readonly state: 'open' | 'used' | 'withdrawn' | 'expired'
  readonly row: InvitationRow & { readonly role: Role }
  /** True when the address has an account already: its holder signs in to accept. */
  readonly known: boolean
  /** Has an account but no organisation any more, so cannot sign in: the password goes with the answer. */
  readonly returning: boolean
}

/** An invitation by its link. Refuses with `not_found` what was never sent. */
export async function showInvitation({
  ctx,
  input,
}: {
  ctx: Pick<VerbContext, 'db' | 'now'>
  input: { readonly id: string }
}): Promise<InvitationView> {
  const row = await readInvitation(ctx.db, input.id)
  if (row === null || row.role === null || !isRole(row.role)) throw noInvitation()
  const user = await findUser(ctx.db, row.email)
  return {
    ...{ state: stateOf(row, ctx.now()), row: { ...row, role: row.role }, known: user !== null },
    returning: user !== null && !(await worksForSomebody(ctx.db, user.id)),
  }
}

function stateOf(row: InvitationRow, now: number): InvitationView['state'] {
  if (row.status === 'accepted') return 'used'
  if (row.status !== 'pending') return 'withdrawn'
  return row.expiresAt > now ? 'open' : 'expired'
}
