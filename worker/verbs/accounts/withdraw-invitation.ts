import {
  closeInvitation,
  invitationIsOpen,
  readInvitation,
} from '../../../db/queries/accounts-invitations.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
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
}: {
  ctx: VerbContext
  input: { readonly id: string }
}): Promise<{ organisationId: string }> {
  const row = await readInvitation(ctx.db, input.id)
  if (row === null) throw noInvitation()
  requireMembersOf(ctx, row.organisationId)
  requireGrantOf(ctx, row)
  const { organisationId, email, role } = row
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, invitationIsOpen({ id: row.id, now: ctx.now() })),
      closeInvitation(ctx.db, { id: row.id, status: 'canceled' }),
      auditStatement(ctx, {
        action: 'member.withdraw_invitation',
        entity: 'organisation',
        entityId: organisationId,
        before: { email, role },
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? invitationIsOver() : error
  }
  return { organisationId }
}
