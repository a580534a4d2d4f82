import * as z from 'zod'
import { updateMember } from '../../../db/queries/accounts-members.ts'
import { rowDifference } from '../../domain/audit/row-difference.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { visitsReleasedBy } from '../monitoring/release-visits.ts'
import { roleField } from './account-fields.ts'
import { memberChanged, memberGuards, openMember, requireGrant } from './member-refusals.ts'
import { resolvePlace } from './resolve-place.ts'

const schema = z.object({
  memberId: z.string(),
  role: roleField,
  province: z.string().optional(),
  commune: z.string().optional(),
})

/** Gives a member another role or place; holds from their next request on. */
export async function changeMemberRole({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ organisationId: string }> {
  const before = await openMember(ctx, input.memberId)
  const { role, province, commune } = parseInput(schema, input)
  const place = await resolvePlace(ctx, { role, province, commune })
  requireGrant(ctx, { role, place })
  const visits = await visitsReleasedBy(ctx, before, { role, place })
  const leaves = before.role === 'admin' && role !== 'admin'
  await change(ctx, {
    may: 'members.write',
    target: { organisationId: before.organisationId, place: null },
    guards: memberGuards(before, { leavesAdmin: leaves }),
    statements: [...visits.statements, updateMember(ctx.db, { id: before.id, role, ...place })],
    audit: [
      {
        action: 'member.role',
        entity: 'member',
        entityId: before.id,
        ...rowDifference(before, { ...before, role, ...place }),
      },
      ...visits.audit,
    ],
    tell: visits.tell,
    otherwise: memberChanged,
  })
  return { organisationId: before.organisationId }
}
