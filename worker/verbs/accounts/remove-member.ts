import { deleteMember, readMember } from '../../../db/queries/accounts-members.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { visitsReleasedBy } from '../monitoring/release-visits.ts'
import {
  isOneself,
  memberChanged,
  memberGuards,
  noMember,
  notOneself,
  requireGrantOf,
  requireMembersOf,
} from './member-refusals.ts'

/**
 * Takes somebody out of an organisation, at once: their next request finds nobody. The account stays,
 * because others may work with it; the installation always keeps one administrator. Nobody removes
 * themselves: one press would shut them out, perhaps with nobody left to let them in.
 */
export async function removeMember({
  ctx,
  input,
}: Call<{ readonly memberId: string }>): Promise<{ organisationId: string; name: string }> {
  requireAny(ctx, 'members.write')
  const before = await readMember(ctx.db, input.memberId)
  if (before === null) throw noMember()
  requireMembersOf(ctx, before.organisationId)
  requireGrantOf(ctx, before)
  if (isOneself(ctx, before)) throw notOneself()
  const { organisationId, email, role, provinceCode, communeCode, name } = before
  const visits = await visitsReleasedBy(ctx, before, null)
  await change(ctx, {
    may: 'members.write',
    target: { organisationId, place: null },
    guards: memberGuards(before, { leavesAdmin: role === 'admin' }),
    statements: [...visits.statements, deleteMember(ctx.db, before.id)],
    audit: [
      {
        action: 'member.remove',
        entity: 'member',
        entityId: before.id,
        before: { organisationId, email, role, provinceCode, communeCode },
      },
      ...visits.audit,
    ],
    tell: visits.tell,
    otherwise: memberChanged,
  })
  return { organisationId, name }
}
