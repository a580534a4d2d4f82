import {
  invitationIsOpen,
  readInvitation,
  renewInvitationLink,
} from '../../../db/queries/accounts-invitations.ts'
import { isRole } from '../../domain/access/roles.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import {
  invitationIsOver,
  noInvitation,
  requireGrantOf,
  requireMembersOf,
} from './member-refusals.ts'
import { newInvitationLink } from './new-invitation-link.ts'

/**
 * Gives an invitation that was not answered yet another link, by letter and to whoever asked; the
 * one before opens nothing any more. Links are not kept, so one that was lost can only be made anew.
 */
export async function renewInvitation({
  ctx,
  input,
  origin,
}: Call<{ readonly id: string }> & {
  /** Where the link leads, `https://host[:port]`. */
  readonly origin: string
}) {
  const row = await readInvitation(ctx.db, input.id)
  if (row === null || row.role === null || !isRole(row.role)) throw noInvitation()
  requireMembersOf(ctx, row.organisationId)
  requireGrantOf(ctx, row)
  const { id, organisationId, organisationName, inviterName, email, role } = row
  const link = await newInvitationLink(ctx, { origin, email, role, organisationName, inviterName })
  const { path, secretHash, expiresAt } = link
  await change(ctx, {
    may: 'members.write',
    target: { organisationId, place: null },
    guards: [{ holds: invitationIsOpen({ id, now: ctx.now() }), refusal: invitationIsOver }],
    statements: [renewInvitationLink(ctx.db, { id, secretHash, expiresAt }), ...link.letter],
    audit: {
      action: 'member.renew_invitation',
      entity: 'organisation',
      entityId: organisationId,
      after: { email, role },
    },
  })
  return { organisationId, email, path, expiresAt }
}
