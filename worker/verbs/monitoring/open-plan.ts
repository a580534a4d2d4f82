import { type PlanItem, readPlan } from '../../../db/queries/monitoring-plans.ts'
import { MONITORING_COPY as W } from '../../copy/portal/monitoring.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedPlan = {
  readonly row: PlanItem
  readonly target: Target
  /** What of its visits the actor may see. */
  readonly bounds: Bounds
}

/** A plan the actor may read, or plan; any other is simply not there. */
export async function openPlan(
  ctx: Reading,
  id: string,
  to: Extract<Permission, 'monitoring.read' | 'monitoring.plan'>,
): Promise<OpenedPlan> {
  const bounds = boundsOf(ctx, to)
  const row = await readPlan(ctx.db, id)
  if (row === null) throw notFound(W.noun)
  const target = targetOfPlace(row)
  if (!mayDo(ctx.actor, to, to === 'monitoring.read' ? partOfPlan({ row, bounds }) : target)) {
    throw notFound(W.noun)
  }
  return { row, target, bounds }
}

/** Whoever answers for a commune sees what the plan of the province has there. */
export function partOfPlan({ row, bounds }: Pick<OpenedPlan, 'row' | 'bounds'>): Target {
  const own = bounds?.kind === 'place' ? bounds.communeCode : null
  return targetOfPlace({ ...row, communeCode: row.communeCode ?? own })
}
