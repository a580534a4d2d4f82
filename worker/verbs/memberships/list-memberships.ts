import { listMemberships, type MembershipItem } from '../../../db/queries/memberships.ts'
import type { Reading } from '../context.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'

const MOST = 200

/** A membership, and whether the actor may agree to it for the member. */
export type ListedMembership = MembershipItem & { readonly mayConfirm: boolean }

/** Memberships that concern the actor's organisation or place, newest first; at most 200. */
export async function listOwnMemberships(ctx: Reading): Promise<ListedMembership[]> {
  const bounds = boundsOf(ctx, 'memberships.write')
  const rows = await listMemberships(ctx.db, { bounds, limit: MOST })
  return rows.map((row) => {
    const { memberId: organisationId, memberProvinceCode, memberCommuneCode } = row
    const place = { provinceCode: memberProvinceCode, communeCode: memberCommuneCode }
    const speaks = mayDo(ctx.actor, 'memberships.write', { organisationId, place })
    return { ...row, mayConfirm: row.confirmedAt === null && speaks }
  })
}
