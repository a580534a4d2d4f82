import { listInspectors } from '../../../db/queries/monitoring-plans.ts'
import {
  giveVisits,
  type SeenVisit,
  type VisitItem,
  visitsAreOpen,
} from '../../../db/queries/visits.ts'
import { fillAll } from '../../copy/fill.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { VISIT_ASSIGNMENT } from '../../resources/monitoring.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, Lookup, VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { dayFault } from './act-on-visit.ts'
import type { OpenedPlan } from './open-plan.ts'

type Inspector = Awaited<ReturnType<typeof listInspectors>>[number]

/** Whom the visits of a plan may be given to: each person once. */
export async function inspectorChoices(ctx: Lookup, { row }: OpenedPlan) {
  const people = await listInspectors(ctx.db, row)
  return [...Map.groupBy(people, ({ userId }) => userId).values()].flatMap(([person]) =>
    person === undefined
      ? []
      : [{ value: person.userId, text: `${person.name} · ${person.organisation}` }],
  )
}

/**
 * Gives visits to one person, all of those chosen or none. `offered` are those that the form lists now;
 * throws `conflict` where one that was chosen is not as it was seen.
 */
export async function assignVisits({
  ctx,
  opened,
  input,
}: Call<{ readonly texts: Texts; readonly offered: readonly VisitItem[] }> & {
  readonly opened: OpenedPlan
}): Promise<{ count: number }> {
  const { texts, offered } = input
  const { inspectorId, plannedOn, visits } = parseInput(inputOf(VISIT_ASSIGNMENT), texts)
  if (visits.length === 0) throw invalidField('visits', R.noneChosen)
  const seen = new Map(readSeen(String(texts['expected'] ?? '')))
  const chosen = offered.filter(({ id }) => visits.includes(id))
  const isAsSeen = chosen.every(({ id, version }) => seen.get(id) === version)
  if (chosen.length !== new Set(visits).size || !isAsSeen) throw conflict(R.changedMeanwhile)
  const people = await listInspectors(ctx.db, opened.row)
  requireReach(people, { inspectorId, chosen })
  const today = vietnamDateOf(ctx.now())
  if (plannedOn !== null) requireDay(chosen, { day: plannedOn, today })
  return storeAssignments(
    ctx,
    chosen.map((visit) => ({ visit, inspectorId, plannedOn })),
  )
}

/** A visit with who is to make it; without a day it keeps its own, or has its last one. */
export type Assignment = {
  readonly visit: VisitItem
  readonly inspectorId: string
  readonly plannedOn: string | null
}

/** Gives visits away, all of them or none; throws `conflict` where one was changed meanwhile. */
export async function storeAssignments(
  ctx: VerbContext,
  assignments: readonly Assignment[],
): Promise<{ count: number }> {
  const today = vietnamDateOf(ctx.now())
  const visits = assignments.map(({ visit }) => visit)
  const alike = Map.groupBy(assignments, ({ inspectorId, plannedOn }) =>
    JSON.stringify([inspectorId, plannedOn]),
  )
  const receipt = { count: visits.length }
  return change(ctx, {
    may: 'monitoring.plan',
    targets: visits.map(targetOf),
    guards: [{ holds: visitsAreOpen(visits), refusal: () => conflict(R.changedMeanwhile) }],
    statements: [...alike.values()].flatMap((some) => {
      const [first] = some
      if (first === undefined) return []
      const { inspectorId, plannedOn } = first
      const ids = some.map(({ visit }) => visit.id)
      return [giveVisits(ctx.db, { ids, inspectorId, plannedOn, today })]
    }),
    audit: assignments.map(({ visit, inspectorId, plannedOn }) => ({
      action: 'monitoring.visit.assign',
      entity: 'inspection_visit',
      entityId: visit.id,
      before: { inspectorId: visit.inspectorId, plannedOn: visit.plannedOn },
      after: { inspectorId, ...(plannedOn === null ? {} : { plannedOn }) },
    })),
    receipt,
  })
}

/** Visits as a form showed them, to tell of two who assign the second. */
export function seenText(visits: readonly SeenVisit[]): string {
  return visits.map(({ id, version }) => `${id}:${version}`).join(' ')
}

function readSeen(text: string): [string, number][] {
  return text.split(' ').map((each) => {
    const at = each.lastIndexOf(':')
    return [each.slice(0, at), Number(each.slice(at + 1))]
  })
}

/** Somebody of the whole province, or of the commune of every visit. */
function requireReach(
  people: readonly Inspector[],
  given: { readonly inspectorId: string; readonly chosen: readonly VisitItem[] },
): void {
  const { inspectorId, chosen } = given
  if (chosen.every((visit) => reaches(people, { inspectorId, visit }))) return
  throw invalidField('inspectorId', R.nobodySuch)
}

/** Whether a person inspects the commune of a visit, or its whole province. */
export function reaches(
  people: readonly Inspector[],
  { inspectorId, visit }: { readonly inspectorId: string; readonly visit: VisitItem },
): boolean {
  return people.some(
    ({ userId, communeCode }) =>
      userId === inspectorId && (communeCode === null || communeCode === visit.communeCode),
  )
}

function requireDay(
  chosen: readonly VisitItem[],
  at: { readonly day: string; readonly today: string },
): void {
  if (at.day < at.today) throw invalidField('plannedOn', R.dayGone)
  const outside = chosen.filter((visit) => dayFault(visit, at) !== null).length
  if (outside === 0) return
  throw invalidField('plannedOn', fillAll(R.outsideSome, { count: outside }))
}
