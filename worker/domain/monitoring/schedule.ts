import type { Steps } from '../../lib/steps/steps.ts'
import { addDays, type CalendarDate } from '../../lib/time/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Inspector, PlanInput, ScheduledNeed, Slot, VisitNeed } from './types.ts'

type Asked = Pick<PlanInput, 'inspectors' | 'perDay' | 'overload' | 'today' | 'daysOff'> & {
  /** Days on which somebody goes somewhere already. */
  readonly taken: readonly { readonly inspectorId: string; readonly plannedOn: string }[]
}

/** What inspectors have on each day, and where. */
type Load = {
  readonly days: Map<string, number>
  readonly communes: Set<string>
  readonly totals: Map<string, number>
  /** Days on which nobody who may be sent to a commune has room any more. */
  readonly full: Set<string>
}

/** Visits after which others are given their turn. */
const STEP = 50

const NOBODY: Slot = { inspectorId: null, plannedOn: null }

/**
 * Gives each visit a working day within its time and an inspector with room on it. Visits of a commune
 * stand together, and all are spread over their time, so that the same people can do them. The same
 * question always gets the same answer.
 */
export function* scheduleInSteps<N extends VisitNeed>(
  needs: readonly N[],
  asked: Asked,
): Steps<(N & ScheduledNeed)[]> {
  const load: Load = {
    ...{ days: new Map(), communes: new Set(), totals: new Map(), full: new Set() },
  }
  for (const { inspectorId, plannedOn } of asked.taken) {
    put(load, { inspectorId, day: plannedOn, communeCode: null })
  }
  const byTime = Map.groupBy(needs, ({ windowFrom, dueOn }) => `${dueOn} ${windowFrom}`)
  const groups = [...byTime].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const settled: (N & ScheduledNeed)[] = []
  for (const [, group] of groups) {
    const ordered = group.toSorted(inOrder)
    const [first] = ordered
    const days = first === undefined ? [] : daysOf(first, asked)
    for (const [at, need] of ordered.entries()) {
      const ideal = Math.floor((at * days.length) / ordered.length)
      const slot = slotFor(need, { days, ideal, load, asked })
      if (slot.inspectorId !== null && slot.plannedOn !== null) {
        const { inspectorId, plannedOn: day } = slot
        put(load, { inspectorId, day, communeCode: need.communeCode })
      }
      settled.push({ ...need, ...slot })
      if (settled.length % STEP === 0) yield
    }
  }
  return settled
}

/** By commune, the places at risk first in each. */
function inOrder(a: VisitNeed, b: VisitNeed): number {
  const [left, right] = [a.communeCode ?? '', b.communeCode ?? '']
  if (left !== right) return left < right ? -1 : 1
  if (a.urgency !== b.urgency) return b.urgency - a.urgency
  if (a.siteId !== b.siteId) return a.siteId < b.siteId ? -1 : 1
  return a.number - b.number
}

/** Working days on which it can be done still. */
function daysOf(
  { windowFrom, dueOn }: VisitNeed,
  { today, daysOff }: Pick<Asked, 'today' | 'daysOff'>,
): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = windowFrom < today ? today : windowFrom; day <= dueOn; day = addDays(day, 1)) {
    if (isWorkingDay(day, daysOff)) days.push(day)
  }
  return days
}

/** The first day from the ideal one, and round again, on which somebody has room. */
function slotFor(
  need: VisitNeed,
  given: {
    readonly days: readonly CalendarDate[]
    readonly ideal: number
    readonly load: Load
    readonly asked: Asked
  },
): Slot {
  const { days, ideal, load, asked } = given
  const able = asked.inspectors.filter(
    ({ communeCode }) => communeCode === null || communeCode === need.communeCode,
  )
  if (able.length === 0) return NOBODY
  for (let step = 0; step < days.length; step++) {
    const day = days[(ideal + step) % days.length]
    if (day === undefined) break
    const here = `${need.communeCode} ${day}`
    if (load.full.has(here)) continue
    const free = able.filter(({ id }) => (load.days.get(`${id} ${day}`) ?? 0) < asked.perDay)
    const found = bestOf(free, { day, need, load })
    if (found !== null) return { inspectorId: found.id, plannedOn: day }
    load.full.add(here)
  }
  const day = days[ideal]
  if (!asked.overload || day === undefined) return NOBODY
  const found = bestOf(able, { day, need, load })
  return found === null ? NOBODY : { inspectorId: found.id, plannedOn: day }
}

/** Who is in the commune that day, else who answers for it alone, else who has least. */
function bestOf(
  people: readonly Inspector[],
  at: { readonly day: CalendarDate; readonly need: VisitNeed; readonly load: Load },
): Inspector | null {
  const { day, need, load } = at
  const rank = ({ id, communeCode }: Inspector) =>
    [
      load.communes.has(`${id} ${day} ${need.communeCode}`) ? 0 : 1,
      communeCode === null ? 1 : 0,
      load.days.get(`${id} ${day}`) ?? 0,
      load.totals.get(id) ?? 0,
    ] as const
  let best: { readonly person: Inspector; readonly rank: ReturnType<typeof rank> } | null = null
  for (const person of people) {
    const own = rank(person)
    if (best === null || isBefore([...own, person.id], [...best.rank, best.person.id])) {
      best = { person, rank: own }
    }
  }
  return best?.person ?? null
}

function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [at, left] of a.entries()) {
    const right = b[at]
    if (right === undefined || left === right) continue
    return left < right
  }
  return false
}

function put(
  { days, communes, totals }: Load,
  at: { readonly inspectorId: string; readonly day: string; readonly communeCode: string | null },
): void {
  const { inspectorId, day, communeCode } = at
  const key = `${inspectorId} ${day}`
  days.set(key, (days.get(key) ?? 0) + 1)
  totals.set(inspectorId, (totals.get(inspectorId) ?? 0) + 1)
  if (communeCode !== null) communes.add(`${key} ${communeCode}`)
}
