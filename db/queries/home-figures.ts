import { type SQL, sql } from 'drizzle-orm'
import type { Figure } from '../../worker/copy/portal/figures.ts'
import type { TaskQuestion } from './home-tasks.ts'
import { plansIn, visitsIn } from './visits-in.ts'

/** A number in SQL, and what it is a part of. */
type Counted = { readonly count: SQL; readonly of?: SQL }

/** How each figure of the first screen is counted: by an index, within the scope. */
export const FIGURE_COUNTS: Record<Figure, (question: TaskQuestion) => Counted> = {
  visits_season: (question) => ({
    count: runningVisits(question, sql`v.state = 'done'`),
    of: runningVisits(question, sql`v.state <> 'cancelled'`),
  }),
}

/** Visits of seasons that run today. */
function runningVisits({ scope, today }: TaskQuestion, which: SQL): SQL {
  const running = sql`v.season_to_on >= ${today} AND v.season_from_on <= ${today} AND ${which}`
  // Answered from the index alone where it need not be known in which commune.
  const visits =
    scope?.kind === 'place' && scope.communeCode !== null
      ? visitsIn(scope)
      : sql`inspection_plan p CROSS JOIN inspection_visit v ON v.plan_id = p.id
        WHERE ${plansIn(scope)}`
  return sql`(SELECT count(*) FROM ${visits} AND ${running})`
}
