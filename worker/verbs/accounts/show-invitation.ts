import {
  type InvitationRow,
  readInvitationOfLink,
} from '../../../db/queries/accounts-invitations.ts'
import { isRole, type Role } from '../../domain/access/roles.ts'
import type { DatedLookup } from '../context.ts'
import { hashSecret } from './link-secret.ts'
import { noInvitation } from './member-refusals.ts'

/** What whoever holds the link may read of an invitation. */
export type InvitationView = {
  readonly state: 'open' | 'used' | 'withdrawn' | 'expired'
  readonly row: InvitationRow & { readonly role: Role }
  /** The account the address has already: its holder signs in to accept. */
  readonly account: { readonly id: string; readonly name: string } | null
  /** Has an account but no organisation any more, so cannot sign in: the password goes with the answer. */
  readonly returning: boolean
}

/** An invitation by the secret of its link. Refuses with `not_found` what was never sent. */
export async function showInvitation({
  ctx,
  input,
}: {
  ctx: DatedLookup
  input: { readonly secret: string }
}): Promise<InvitationView> {
  const found = await readInvitationOfLink(ctx.db, await hashSecret(input.secret))
  if (found === null || found.role === null || !isRole(found.role)) throw noInvitation()
  const { accountId, accountName, worksForSomebody, ...row } = found
  return {
    state: stateOf(row, ctx.now()),
    row: { ...row, role: found.role },
    account: accountId === null ? null : { id: accountId, name: accountName ?? '' },
    returning: accountId !== null && !worksForSomebody,
  }
}

function stateOf(row: InvitationRow, now: number): InvitationView['state'] {
  if (row.status === 'accepted') return 'used'
  if (row.status !== 'pending') return 'withdrawn'
  return row.expiresAt > now ? 'open' : 'expired'
}
