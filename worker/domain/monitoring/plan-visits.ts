import type { Steps } from '../../lib/steps/steps.ts'
import { scheduleInSteps } from './schedule.ts'
import type { PlanInput, StoredVisit, VisitNeed, VisitPlan } from './types.ts'
import { visitNeeds, windowsOf } from './visit-needs.ts'

/** Places after which others are given their turn. */
const STEP = 100

/**
 * The visits of a plan: every active place at least once in each of its seasons that is not over, more
 * where a rule says so. Made again it changes only what changed: what is done, cancelled by a person or
 * in somebody's hands stays as it is.
 */
export function* planVisitsInSteps(input: PlanInput): Steps<VisitPlan> {
  const { existing, busy, today } = input
  const stored = new Map(existing.map((visit) => [keyOf(visit), visit]))
  const needs: VisitNeed[] = []
  for (const [at, site] of input.sites.entries()) {
    for (const window of windowsOf(site, input.windows)) {
      if (window.toOn < today) continue
      const all = visitNeeds(site, { window, rules: input.rules })
      const there = site.elsewhere.filter((on) => window.fromOn <= on && on <= window.toOn)
      needs.push(...stillWanted(all, { stored, elsewhere: there.length, today }))
    }
    if (at % STEP === 0) yield
  }
  const wanted = new Set(needs.map(needKey))
  const open = needs.flatMap((need) => {
    const visit = stored.get(needKey(need)) ?? null
    return visit === null || isLoose(visit) || comesBack(visit) ? [{ ...need, visit }] : []
  })
  const taken = [...existing.flatMap(takenBy), ...busy]
  const settled = yield* scheduleInSteps(open, { ...input, taken })
  const added = settled.filter(({ visit }) => visit === null)
  const revised = settled.flatMap(({ visit, ...need }) =>
    visit === null || isSame(visit, need) ? [] : [{ ...need, id: visit.id }],
  )
  const needless = existing.filter(
    (visit) => visit.state === 'planned' && !wanted.has(keyOf(visit)) && visit.dueOn >= today,
  )
  return {
    added: added.map(({ visit: _, ...need }) => need),
    revised,
    dropped: needless.filter(isLoose).map(({ id }) => id),
    surplus: needless.filter((visit) => !isLoose(visit)).map(({ id }) => id),
    kept: needs.length - added.length - revised.length,
    unassigned: [...added, ...revised].filter(({ inspectorId }) => inspectorId === null).length,
  }
}

/**
 * What of a season's visits is still to come: not those whose time was over before anybody planned
 * them, though one at least; and fewer where other plans go there too.
 */
function stillWanted(
  needs: readonly VisitNeed[],
  given: {
    readonly stored: ReadonlyMap<string, StoredVisit>
    readonly elsewhere: number
    readonly today: string
  },
): readonly VisitNeed[] {
  const { stored, elsewhere, today } = given
  const wanted = needs.filter(
    (need, at) => stored.has(needKey(need)) || need.dueOn >= today || at === needs.length - 1,
  )
  for (let left = elsewhere; left > 0; left--) {
    const at = wanted.findLastIndex((need) => {
      const visit = stored.get(needKey(need))
      return visit === undefined || isLoose(visit) || comesBack(visit)
    })
    if (at < 0) break
    wanted.splice(at, 1)
  }
  return wanted
}

const needKey = ({ siteId, window, number }: VisitNeed) => `${siteId} ${window.id} ${number}`

const keyOf = ({ siteId, windowId, number }: StoredVisit) => `${siteId} ${windowId} ${number}`

/** Planned, and neither given to anybody nor moved by a person. */
function isLoose({ state, inspectorId, plannedOn }: StoredVisit): boolean {
  return state === 'planned' && inspectorId === null && plannedOn === null
}

/** Cancelled by a plan that did not need it. */
function comesBack({ state, stateReason }: StoredVisit): boolean {
  return state === 'cancelled' && stateReason === null
}

function takenBy({ state, inspectorId, plannedOn }: StoredVisit) {
  if (state !== 'planned' || inspectorId === null || plannedOn === null) return []
  return [{ inspectorId, plannedOn }]
}

function isSame(visit: StoredVisit, need: VisitNeed & { readonly inspectorId: string | null }) {
  return (
    isLoose(visit) &&
    need.inspectorId === null &&
    visit.windowFrom === need.windowFrom &&
    visit.dueOn === need.dueOn
  )
}
