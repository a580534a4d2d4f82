import { deleteMember } from '../../../db/queries/accounts-members.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { visitsReleasedBy } from '../monitoring/release-visits.ts'
import {
  isOneself,
  memberChanged,
  memberGuards,
  notOneself,
  openMember,
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
  const before = await openMember(ctx, input.memberId)
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
