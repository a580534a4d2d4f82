import { type MemberRow, readMember } from '../../../db/queries/accounts-members.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { isOneself, noMember, requireGrantOf, requireMembersOf } from './member-refusals.ts'

/** A member one may change, and the organisation; refuses those beyond one's own role or place. */
export async function showMember({ ctx, input }: Call<{ readonly memberId: string }>): Promise<{
  member: MemberRow
  self: boolean
  organisation: { id: string; name: string }
}> {
  requireAny(ctx, 'members.write')
  const member = await readMember(ctx.db, input.memberId)
  if (member === null) throw noMember()
  requireMembersOf(ctx, member.organisationId)
  requireGrantOf(ctx, member)
  const organisation = await readOrganisation(ctx.db, member.organisationId)
  if (organisation === null) throw noMember()
  const self = isOneself(ctx, member)
  return { member, self, organisation: { id: organisation.id, name: organisation.name } }
}
