import * as z from 'zod'
import {
  anotherAdminThan,
  memberStands,
  readMember,
  updateMember,
} from '../../../db/queries/accounts-members.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { roleField } from './account-fields.ts'
import { memberGuardRefused } from './member-guard-refused.ts'
import { noMember, requireGrant, requireGrantOf, requireMembersOf } from './member-refusals.ts'
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
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ organisationId: string }> {
  requireAny(ctx, 'members.write')
  const before = await readMember(ctx.db, input.memberId)
  if (before === null) throw noMember()
  requireMembersOf(ctx, before.organisationId)
  requireGrantOf(ctx, before)
  const { role, province, commune } = parseInput(schema, input)
  const place = await resolvePlace(ctx, { role, province, commune })
  requireGrant(ctx, { role, place })
  const leaves = before.role === 'admin' && role !== 'admin'
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, memberStands(before)),
      ...(leaves ? [guardStatement(ctx.db, anotherAdminThan(before.id))] : []),
      updateMember(ctx.db, { id: before.id, role, ...place }),
      auditStatement(ctx, {
        action: 'member.role',
        entity: 'member',
        entityId: before.id,
        before: {
          ...{ role: before.role, provinceCode: before.provinceCode },
          communeCode: before.communeCode,
        },
        after: { role, ...place },
      }),
    ])
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    throw await memberGuardRefused(ctx, before)
  }
  return { organisationId: before.organisationId }
}
