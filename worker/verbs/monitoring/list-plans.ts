import { readDaysOff } from '../../../db/queries/days-off.ts'
import {
  listMonitoringRules,
  listPlans,
  listSeasonWindows,
  readPlanCells,
} from '../../../db/queries/monitoring-plans.ts'
import { undecidedYearsOf } from '../../domain/calendar/undecided-years-of.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Reading, VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { openPlan } from './open-plan.ts'

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
export async function readPlanWithCells(ctx: Reading & Pick<VerbContext, 'now'>, id: string) {
  const opened = await openPlan(ctx, id, 'monitoring.read')
  const { bounds } = opened
  const today = vietnamDateOf(ctx.now())
  return { ...opened, cells: await readPlanCells(ctx.db, { planId: id, bounds, today }) }
}

/** The same, with the years of its visits to come whose days off are not decided yet. */
export async function showPlan(ctx: Reading & Pick<VerbContext, 'now'>, id: string) {
  const [plan, daysOff] = await Promise.all([readPlanWithCells(ctx, id), readDaysOff(ctx.db)])
  const seasons = plan.cells
    .filter(({ planned }) => planned > 0)
    .map(({ seasonFromOn: fromOn, seasonToOn: toOn }) => ({ fromOn, toOn }))
  const today = vietnamDateOf(ctx.now())
  return { ...plan, undecided: undecidedYearsOf(seasons, { today, daysOff }) }
}
