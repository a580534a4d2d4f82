import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requirePermission } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/**
 * The two organisations of a membership, for somebody who speaks for one of them at least, and the
 * one that is: the member where that may be, else the group.
 */
export async function openMembers(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  ids: { readonly organisationId: string; readonly memberId: string },
): Promise<{ group: OrganisationRow; member: OrganisationRow; target: Target }> {
  const group = await rowOf(ctx, ids.organisationId)
  const member = await rowOf(ctx, ids.memberId)
  if (group.id === member.id) throw memberOfItself()
  const forMember = mayDo(ctx.actor, 'memberships.write', targetOfOrganisation(member))
  const target = targetOfOrganisation(forMember ? member : group)
  requirePermission(ctx, 'memberships.write', target)
  return { group, member, target }
}

async function rowOf(ctx: Pick<VerbContext, 'db'>, id: string): Promise<OrganisationRow> {
  const row = await readOrganisation(ctx.db, id)
  if (row !== null) return row
  throw notFound({ vi: 'tổ chức này', en: 'organisation', zh: '该组织' })
}

function memberOfItself() {
  return conflict({
    vi: 'Một tổ chức không thể là thành viên của chính mình.',
    en: 'An organisation cannot be a member of itself.',
    zh: '组织不能成为自身的成员。',
  })
}
