import type { MemberRow } from '../../../db/queries/accounts-members.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import type { Call } from '../context.ts'
import { isOneself, noMember, openMember } from './member-refusals.ts'

/** A member one may change, and the organisation; refuses those beyond one's own role or place. */
export async function showMember({ ctx, input }: Call<{ readonly memberId: string }>): Promise<{
  member: MemberRow
  self: boolean
  organisation: { id: string; name: string }
}> {
  const member = await openMember(ctx, input.memberId)
  const organisation = await readOrganisation(ctx.db, member.organisationId)
  if (organisation === null) throw noMember()
  const self = isOneself(ctx, member)
  return { member, self, organisation: { id: organisation.id, name: organisation.name } }
}
