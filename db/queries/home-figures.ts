import { type SQL, sql } from 'drizzle-orm'
import type { Figure } from '../../worker/copy/portal/figures.ts'
import { MAX_EXAMINED_FOR_HOME, type TaskQuestion, withinPlace } from './home-tasks.ts'
import { plansIn, visitsIn } from './visits-in.ts'

/** A number in SQL, and what it is a part of. */
type Counted = { readonly count: SQL; readonly of?: SQL }

/** How each figure of the first screen is counted: by an index, within the scope. */
export const FIGURE_COUNTS: Record<Figure, (question: TaskQuestion) => Counted> = {
  visits_season: (question) => ({
    count: runningVisits(question, sql`v.state = 'done'`),
    of: runningVisits(question, sql`v.state <> 'cancelled'`),
  }),
  applications_late: (question) => ({
    count: waitingApplications(question, question.today),
    of: waitingApplications(question, NEVER),
  }),
  notices_due: (question) => ({
    count: openNotices(
      question,
      sql`n.due_on <= date(${question.today}, ${`+${NOTICE_SOON_DAYS} days`})`,
    ),
    of: openNotices(question, sql`true`),
  }),
}

/** Behind everything that is due, as the index of applications has it. */
const NEVER = '9999-12-31'

/** An answer that is due abroad within so many days is near. */
const NOTICE_SOON_DAYS = 7

/** Applications that an office has, those whose last day was before a day. */
function waitingApplications({ scope }: TaskQuestion, before: string): SQL {
  return counted(sql`application s WHERE ${withinPlace(scope)}
    AND coalesce(s.due_on, ${sql.raw(`'${NEVER}'`)}) < ${before}`)
}

/** Notices whose case is open and lies in the scope. */
function openNotices({ scope }: TaskQuestion, which: SQL): SQL {
  return counted(sql`case_file s CROSS JOIN foreign_notice n ON n.id = s.id
    WHERE ${withinPlace(scope)} AND s.state <> 'closed' AND s.kind = 'foreign_notice' AND ${which}`)
}

function counted(source: SQL): SQL {
  return sql`(SELECT count(*) FROM (SELECT 1 FROM ${source} LIMIT ${MAX_EXAMINED_FOR_HOME}))`
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
