import { readDaysOff } from '../../../db/queries/days-off.ts'
import type { TaskQuestion } from '../../../db/queries/home-tasks.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { Task } from '../../domain/access/tasks.ts'
import type { DaysOff } from '../../domain/calendar/public-holidays.ts'
import { AHEAD_DAYS, SOON_DAYS } from '../../domain/monitoring/kinds.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Asking, DatedReading, Person } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { tasksOf } from './tasks-of.ts'

const DAY_MS = 86_400_000
/** The days a task speaks of: a validity that ends so soon, a suspension that has stood so long. */
export const DAYS_OF = {
  visits_due: SOON_DAYS,
  visits_mine: AHEAD_DAYS,
  own_samples_due: AHEAD_DAYS,
  expiring: 60,
  suspended_long: 30,
  imports: 14,
  keys: 90,
} as const satisfies Partial<Record<Task, number>>

/** What the person's tasks are asked for with, today. */
export async function taskQuestion(ctx: DatedReading, person: Person): Promise<TaskQuestion> {
  const today = vietnamDateOf(ctx.now())
  return {
    scope: scopeOf(ctx),
    organisationId: person.organisationId,
    userId: person.userId,
    today,
    soonOn: addDays(today, DAYS_OF.expiring),
    longSinceOn: addDays(today, -DAYS_OF.suspended_long),
    importsSince: ctx.now() - DAYS_OF.imports * DAY_MS,
    keysBefore: ctx.now() - DAYS_OF.keys * DAY_MS,
    daysOff: tasksOf(person.role).some(isInWorkingDays) ? await readDaysOff(ctx.db) : NOT_ASKED,
  }
}

const isInWorkingDays = (task: Task) => task === 'purchases_due'

/** Whoever has no task whose day is counted in working days is spared the read. */
const NOT_ASKED: DaysOff = new Map()

/** Whose codes and sites the person may see; every role may see some. */
export function scopeOf(ctx: Asking): Bounds {
  return boundsOf(ctx, 'codes.read')
}

/** How many days a task speaks of; null for one that speaks of none. */
export function daysOf(task: Task): number | null {
  const days: Partial<Record<Task, number>> = DAYS_OF
  return days[task] ?? null
}
