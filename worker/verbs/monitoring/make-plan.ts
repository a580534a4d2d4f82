import { readDaysOff } from '../../../db/queries/days-off.ts'
import { MOST_WATCHED, readPlanFacts } from '../../../db/queries/monitoring-facts.ts'
import { notePlanMade, planIs } from '../../../db/queries/monitoring-plans.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  dropVisits,
  insertPlanVisits,
  listVisitsNamed,
  reviseVisits,
  type VisitItem,
} from '../../../db/queries/visits.ts'
import { fillAll } from '../../copy/fill.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import { undecidedYearsOf } from '../../domain/calendar/undecided-years-of.ts'
import { LATELY_DAYS, SOON_DAYS } from '../../domain/monitoring/kinds.ts'
import { planVisitsInSteps } from '../../domain/monitoring/plan-visits.ts'
import type { ScheduledNeed, VisitPlan } from '../../domain/monitoring/types.ts'
import { windowsOfYear } from '../../domain/monitoring/year-window.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { type OpenedPlan, openPlan } from './open-plan.ts'

export type PreviewedPlan = OpenedPlan & {
  readonly plan: VisitPlan
  readonly sites: number
  readonly inspectors: number
  /** The first of those that are needed no more though somebody has them. */
  readonly surplus: readonly VisitItem[]
  /** Years of the visits it would set whose days off are not decided yet. */
  readonly undecided: readonly string[]
}

type Asked = { readonly id: string; readonly overload: boolean }

/** What working out a plan would come to now; nothing is stored. */
export async function previewPlan(ctx: VerbContext, asked: Asked): Promise<PreviewedPlan> {
  const opened = await openPlan(ctx, asked.id, 'monitoring.plan')
  const today = vietnamDateOf(ctx.now())
  const { row } = opened
  const latelyOn = addDays(today, -LATELY_DAYS)
  const [facts, daysOff] = await Promise.all([
    readPlanFacts(ctx.db, { plan: row, today, latelyOn }),
    readDaysOff(ctx.db),
  ])
  if (facts.sites.length > MOST_WATCHED) {
    throw conflict(fillAll(R.tooManySites, { most: MOST_WATCHED }))
  }
  const elsewhere = Map.groupBy(facts.elsewhere, ({ siteId }) => siteId)
  const steps = planVisitsInSteps({
    sites: facts.sites.map((site) => ({
      ...site,
      elsewhere: (elsewhere.get(site.id) ?? []).map(({ on }) => on),
    })),
    rules: facts.rules.map(({ crop: cropName, cropFolded: crop, ...rule }) => ({
      ...{ ...rule, crop, cropName },
    })),
    windows: windowsOfYear(
      facts.windows.map(({ cropFolded: crop, ...window }) => ({ ...window, crop })),
      row.year,
    ),
    inspectors: facts.inspectors,
    existing: facts.existing,
    busy: facts.busy,
    perDay: row.perDay,
    overload: asked.overload,
    today,
    daysOff,
  })
  const plan = await takeStepsGivingWay(steps, ctx.giveWay)
  const { surplus } = plan
  return {
    ...{ ...opened, plan, sites: facts.sites.length, inspectors: facts.inspectors.length },
    surplus: surplus.length === 0 ? [] : await listVisitsNamed(ctx.db, surplus),
    undecided: undecidedYearsOf(timesOf(plan), { today, daysOff }),
  }
}

function timesOf({ added, revised }: VisitPlan) {
  return [...added, ...revised].map(({ windowFrom, dueOn }) => ({
    fromOn: windowFrom,
    toOn: dueOn,
  }))
}

/**
 * Stores the visits of a plan as they were shown: what is new, what changes, what is needed no more.
 * Done again it stores only what changed since, and nothing where nothing did. Throws `conflict` where
 * somebody else worked it out meanwhile.
 */
export async function makePlan({
  ctx,
  input,
}: {
  ctx: VerbContext
  /** `expected`: the version of the plan that was shown. */
  input: Asked & { readonly expected: string }
}): Promise<{ id: string; changed: boolean }> {
  const { row, target, plan } = await previewPlan(ctx, input)
  const { id, version } = row
  if (input.expected !== String(version)) throw conflict(R.remade)
  const { added, revised, dropped } = plan
  const isSame = added.length + revised.length + dropped.length === 0
  if (isSame && row.madeAt !== null) return { id, changed: false }
  const { year, communeCode } = row
  return change(ctx, {
    may: 'monitoring.plan',
    target,
    guards: [{ holds: planIs(row), refusal: () => conflict(R.remade) }],
    statements: [
      ...visitStatements(ctx, id, plan),
      notePlanMade(ctx.db, { id, set: { madeAt: ctx.now() } }),
    ],
    audit: {
      action: 'monitoring.plan.make',
      entity: 'inspection_plan',
      entityId: id,
      after: {
        ...{ year, communeCode, added: added.length, revised: revised.length },
        ...{ dropped: dropped.length, unassigned: plan.unassigned },
      },
    },
    receipt: { id, changed: true },
  })
}

function visitStatements(ctx: VerbContext, planId: string, plan: VisitPlan): Statement[] {
  const { added, revised, dropped } = plan
  return [
    ...(dropped.length === 0 ? [] : [dropVisits(ctx.db, dropped)]),
    ...(revised.length === 0
      ? []
      : [
          reviseVisits(
            ctx.db,
            revised.map((need) => ({ id: need.id, ...saidOf(need) })),
          ),
        ]),
    ...(added.length === 0
      ? []
      : [
          insertPlanVisits(
            ctx.db,
            added.map((need) => newVisit(ctx, planId, need)),
          ),
        ]),
  ]
}

function newVisit(ctx: VerbContext, planId: string, need: ScheduledNeed) {
  const { siteId, window, number } = need
  return {
    ...saidOf(need),
    ...{ id: ctx.newId(), planId, siteId, number },
    windowId: window.id,
    ...{ state: 'planned' as const, stateReason: null },
    ...{ doneOn: null, doneBy: null, inspectionId: null },
    createdAt: ctx.now(),
    version: 1,
  }
}

function saidOf({ window, kind, why, windowFrom, dueOn, plannedOn, inspectorId }: ScheduledNeed) {
  return {
    ...{ seasonName: window.name, seasonFromOn: window.fromOn, seasonToOn: window.toOn },
    ...{ kind, why, windowFrom, dueOn, plannedOn, inspectorId },
    remindOn: addDays(dueOn, -SOON_DAYS),
  }
}
