import {
  anotherAdminThan,
  deleteMember,
  memberStands,
  readMember,
} from '../../../db/queries/accounts-members.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { memberGuardRefused } from './member-guard-refused.ts'
import {
  isOneself,
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
}: {
  ctx: VerbContext
  input: { readonly memberId: string }
}): Promise<{ organisationId: string; name: string }> {
  requireAny(ctx, 'members.write')
  const before = await readMember(ctx.db, input.memberId)
  if (before === null) throw noMember()
  requireMembersOf(ctx, before.organisationId)
  requireGrantOf(ctx, before)
  if (isOneself(ctx, before)) throw notOneself()
  const { organisationId, email, role, provinceCode, communeCode, name } = before
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, memberStands(before)),
      ...(role === 'admin' ? [guardStatement(ctx.db, anotherAdminThan(before.id))] : []),
      deleteMember(ctx.db, before.id),
      auditStatement(ctx, {
        action: 'member.remove',
        entity: 'member',
        entityId: before.id,
        before: { organisationId, email, role, provinceCode, communeCode },
      }),
    ])
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    throw await memberGuardRefused(ctx, before)
  }
  return { organisationId, name }
}
