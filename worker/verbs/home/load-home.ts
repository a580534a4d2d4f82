import { type BatchListRow, listBatches } from '../../../db/queries/batch-list.ts'
import {
  type ChangeRow,
  countTasks,
  type FigureCount,
  isRegisterEmpty,
  MAX_COUNTED,
  newestChanges,
} from '../../../db/queries/home-counts.ts'
import { standingRecalls } from '../../../db/queries/recall-cases.ts'
import { FIGURES, type Figure } from '../../copy/portal/figures.ts'
import type { Task } from '../../domain/access/tasks.ts'
import type { KitVisit } from '../../domain/monitoring/kit-visit.ts'
import { routeOrder } from '../../domain/monitoring/route-order.ts'
import type { Asking, DatedLookup, DatedReading, Lookup, Person } from '../context.ts'
import { mayAny } from '../guard/authorise.ts'
import { visitsAhead } from '../monitoring/visits-ahead.ts'
import { personOf } from '../notifications/person-of.ts'
import { scopeOf, taskQuestion } from './task-question.ts'
import { tasksOf } from './tasks-of.ts'

export type Waiting = {
  readonly task: Task
  readonly count: number
  /** True when there are more than were counted. */
  readonly more: boolean
}

/** What to do first where nothing waits because nothing is there yet. */
export type FirstStep = 'import' | 'add_organisation' | 'first_label'

export type HomeView = {
  readonly waiting: readonly Waiting[]
  readonly figures: readonly FigureCount[]
  /** Today's way of whoever makes visits; null for roles that make none. */
  readonly day: readonly KitVisit[] | null
  /** Newest decisions in the place; null for roles whose work they are not. */
  readonly changes: readonly ChangeRow[] | null
  readonly first: FirstStep | null
  /** The newest batch with labels, for whoever packs; null before there is one and for other roles. */
  readonly latest: Pick<BatchListRow, 'ref' | 'lot' | 'product'> | null
}

const MAX_CHANGES = 15
const LATEST = 10

/** What waits for the person, from the register as it is now: three reads at most, and three more for who packs. */
export async function loadHome(ctx: DatedReading): Promise<HomeView> {
  const person = personOf(ctx)
  const tasks = tasksOf(person.role)
  const figures = FIGURE_NAMES.filter((name) => mayAny(person, FIGURES[name].may))
  const [counts, beside, latest] = await Promise.all([
    taskQuestion(ctx, person).then((question) => countTasks(ctx.db, { tasks, figures, question })),
    besideOf({ ...ctx, actor: person }),
    latestBatch(ctx, person),
  ])
  const waiting = counts.tasks
    .filter(({ rows }) => rows > 0)
    .map(({ task, rows }) => ({
      task,
      count: Math.min(rows, MAX_COUNTED),
      more: rows > MAX_COUNTED,
    }))
  return { waiting, figures: counts.figures.filter(({ of }) => of !== 0), ...beside, latest }
}

const FIGURE_NAMES = Object.keys(FIGURES) as Figure[]

/** What stands beside the list of what waits, by role. */
async function besideOf(
  ctx: DatedLookup & { readonly actor: Person },
): Promise<Pick<HomeView, 'changes' | 'day' | 'first'>> {
  const { db, actor } = ctx
  const nothing = { changes: null, day: null, first: null }
  const scope = scopeOf(ctx)
  switch (actor.role) {
    case 'inspector':
      return { ...nothing, day: routeOrder(await visitsAhead(ctx, { days: 0 })) }
    case 'agency':
      return { ...nothing, changes: await newestChanges(db, { scope, limit: MAX_CHANGES }) }
    case 'producer':
    case 'packer':
    case 'officer':
    case 'admin': {
      const { organisationId } = actor
      const there = await isRegisterEmpty(db, { scope, organisationId })
      return { ...nothing, first: firstStep(ctx, there) }
    }
  }
}

/** One that another can be made like: with labels, neither annulled nor recalled. */
async function latestBatch(
  ctx: Lookup,
  { role, organisationId }: Person,
): Promise<HomeView['latest']> {
  if (role !== 'producer' && role !== 'packer') return null
  const rows = await listBatches(ctx.db, {
    ...{ bounds: { kind: 'organisation', organisationId }, organisationId: null, productId: null },
    ...{ lot: null, gtin: null, after: null, limit: LATEST },
  })
  const printed = rows.filter(
    ({ sealedAt, annulledAt }) => sealedAt !== null && annulledAt === null,
  )
  if (printed.length === 0) return null
  const ids = printed.map(({ id }) => id)
  const recalled = new Set((await standingRecalls(ctx.db, ids)).map(({ batchId }) => batchId))
  const row = printed.find(({ id }) => !recalled.has(id))
  return row === undefined ? null : { ref: row.ref, lot: row.lot, product: row.product }
}

function firstStep(
  ctx: Asking,
  there: { sites: boolean; others: boolean; labels: boolean },
): FirstStep | null {
  if (mayAny(ctx.actor, 'organisations.write') && !there.others) return 'add_organisation'
  // Lists of their own are no first step of producers.
  if (mayAny(ctx.actor, 'codes.grant')) return there.sites ? null : 'import'
  return there.labels ? null : 'first_label'
}
