import {
  closeInvitation,
  invitationIsOpen,
  readInvitation,
} from '../../../db/queries/accounts-invitations.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import {
  invitationIsOver,
  noInvitation,
  requireGrantOf,
  requireMembersOf,
} from './member-refusals.ts'

/** Takes back an invitation that was not answered yet; its link says so from then on. */
export async function withdrawInvitation({
  ctx,
  input,
}: Call<{ readonly id: string }>): Promise<{ organisationId: string }> {
  const row = await readInvitation(ctx.db, input.id)
  if (row === null) throw noInvitation()
  requireMembersOf(ctx, row.organisationId)
  requireGrantOf(ctx, row)
  const { organisationId, email, role } = row
  const { id } = row
  await change(ctx, {
    may: 'members.write',
    target: { organisationId, place: null },
    guards: [{ holds: invitationIsOpen({ id, now: ctx.now() }), refusal: invitationIsOver }],
    statements: [closeInvitation(ctx.db, { id, status: 'canceled' })],
    audit: {
      action: 'member.withdraw_invitation',
      entity: 'organisation',
      entityId: organisationId,
      before: { email, role },
    },
  })
  return { organisationId }
}
