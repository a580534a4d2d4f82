import { type MemberRow, readMember } from '../../../db/queries/accounts-members.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { lastAdmin, memberChanged } from './member-refusals.ts'

/** Which guard refused: the member changed meanwhile, or is the only administrator. */
export async function memberGuardRefused(
  ctx: Pick<VerbContext, 'db'>,
  before: MemberRow,
): Promise<Problem> {
  const now = await readMember(ctx.db, before.id)
  const isStillAdmin = before.role === 'admin' && now?.role === 'admin'
  return isStillAdmin ? lastAdmin() : memberChanged()
}
