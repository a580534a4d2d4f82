import {
  listMonitoringRules,
  listPlans,
  listSeasonWindows,
  readPlanCells,
} from '../../../db/queries/monitoring-plans.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { openPlan } from './open-plan.ts'

type Reading = Pick<VerbContext, 'db' | 'actor'>

/** Plans of the actor's area. */
export function readPlans(ctx: Reading) {
  return listPlans(ctx.db, boundsOf(ctx, 'monitoring.read'))
}

/** Rules of the actor's province and of everywhere. */
export function readMonitoringRules(ctx: Reading) {
  return listMonitoringRules(ctx.db, boundsOf(ctx, 'monitoring.plan'))
}

/** Seasons of the actor's province and of everywhere. */
export function readSeasonWindows(ctx: Reading) {
  return listSeasonWindows(ctx.db, boundsOf(ctx, 'monitoring.plan'))
}

/** A plan with how far it is, by commune and season. */
export async function showPlan(ctx: Reading & Pick<VerbContext, 'now'>, id: string) {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  const { bounds } = opened
  const today = vietnamDateOf(ctx.now())
  return { ...opened, cells: await readPlanCells(ctx.db, { planId: id, bounds, today }) }
}
