import type { MemberRow } from '../../../db/queries/accounts-members.ts'
import { listReleasedVisits, releaseVisits } from '../../../db/queries/released-visits.ts'
import { visitsReleased } from '../../copy/portal/monitoring-messages.ts'
import type { Place, Role } from '../../domain/access/roles.ts'
import type { ChangePart } from '../change.ts'
import type { Lookup } from '../context.ts'

/**
 * What becomes of the planned visits of somebody whose membership ends or changes (`next`): those they may
 * not make any more are nobody's again, and the authority of each plan is told. Part of the very change
 * that ends it.
 */
export async function visitsReleasedBy(
  ctx: Lookup,
  before: Pick<MemberRow, 'id' | 'userId' | 'name' | 'organisationId'>,
  next: { readonly role: Role; readonly place: Place } | null,
): Promise<ChangePart> {
  const makesVisits = next !== null && (next.role === 'inspector' || next.role === 'officer')
  const ending = {
    ...{ userId: before.userId, memberId: before.id },
    next: makesVisits ? next.place : null,
  }
  const plans = await listReleasedVisits(ctx.db, ending)
  if (plans.length === 0) return { statements: [], audit: [], tell: [] }
  return {
    statements: [releaseVisits(ctx.db, ending)],
    audit: plans.map(({ planId, count }) => ({
      action: 'monitoring.visit.release',
      entity: 'inspection_plan',
      entityId: planId,
      before: { inspectorId: before.userId },
      after: { inspectorId: null, count },
    })),
    tell: plans.map(({ planId, authorityId, year, count }) => ({
      organisationId: authorityId ?? before.organisationId,
      kind: 'visit',
      ...visitsReleased({ name: before.name, count, year }),
      href: `/portal/monitoring/${encodeURIComponent(planId)}/visits?view=unassigned`,
    })),
  }
}
