import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { ORGANISATION_REFUSALS } from '../../copy/refusals/organisations.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Lookup, Reading } from '../context.ts'
import { mayDo, requirePermission } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/**
 * The two organisations of a membership, for somebody who speaks for one of them at least, and the
 * one that is: the member where that may be, else the group.
 */
export async function openMembers(
  ctx: Reading,
  ids: { readonly organisationId: string; readonly memberId: string },
): Promise<{ group: OrganisationRow; member: OrganisationRow; target: Target }> {
  const group = await rowOf(ctx, ids.organisationId)
  const member = await rowOf(ctx, ids.memberId)
  if (group.id === member.id) throw conflict(ORGANISATION_REFUSALS.memberOfItself)
  const forMember = mayDo(ctx.actor, 'memberships.write', targetOfOrganisation(member))
  const target = targetOfOrganisation(forMember ? member : group)
  requirePermission(ctx, 'memberships.write', target)
  return { group, member, target }
}

async function rowOf(ctx: Lookup, id: string): Promise<OrganisationRow> {
  const row = await readOrganisation(ctx.db, id)
  if (row !== null) return row
  throw notFound(THINGS.organisation)
}
