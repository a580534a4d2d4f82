import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Figure } from '../../worker/copy/portal/figures.ts'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Task, TaskRow } from '../../worker/domain/access/tasks.ts'
import type { Database } from '../client.ts'
import { code, codeStatusEvent, site } from '../schema/index.ts'
import { flag, json, type RowOf, text } from './fields.ts'
import { FIGURE_COUNTS } from './home-figures.ts'
import { CODE_TASKS, codeTasks, type TaskQuestion, taskRows } from './home-tasks.ts'
import { pick } from './pick.ts'
import { rowOf, rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

/** Counting stops here; more is told as "more than". */
export const MAX_COUNTED = 200

export type TaskCount = { readonly task: Task; readonly rows: number }
export type FigureCount = {
  readonly figure: Figure
  readonly count: number
  /** What it is a part of; null where it is of nothing. */
  readonly of: number | null
}

type Asked = {
  readonly tasks: readonly Task[]
  readonly figures?: readonly Figure[]
  readonly question: TaskQuestion
}

/** How many rows each task has (at most `MAX_COUNTED` + 1), and what each figure is, in one statement. */
export async function countTasks(
  db: Database,
  input: Asked,
): Promise<{ readonly tasks: TaskCount[]; readonly figures: FigureCount[] }> {
  const { tasks, figures = [] } = input
  if (tasks.length + figures.length === 0) return { tasks: [], figures: [] }
  // Claimed: a column a task that is asked for, all from one WITH.
  const [row] = await db.all<Record<string, number | null>>(countTasksQuery(input))
  return {
    tasks: tasks.map((task) => ({ task, rows: row?.[task] ?? 0 })),
    figures: figures.map((figure) => ({
      ...{ figure, count: row?.[figure] ?? 0, of: row?.[`${figure}_of`] ?? null },
    })),
  }
}

export function countTasksQuery({ tasks, figures = [], question }: Asked): SQL {
  const counts = tasks.map(
    (task) =>
      sql`(SELECT count(*) FROM (${taskRows(task, question)} LIMIT ${MAX_COUNTED + 1}))
        AS ${sql.identifier(task)}`,
  )
  const numbers = figures.flatMap((figure) => {
    const { count, of } = FIGURE_COUNTS[figure](question)
    const whole = of === undefined ? [] : [sql`${of} AS ${sql.identifier(`${figure}_of`)}`]
    return [sql`${count} AS ${sql.identifier(figure)}`, ...whole]
  })
  const codes = tasks.some((task) => CODE_TASKS.has(task))
  return sql`${codes ? sql`WITH ${codeTasks(question)}` : sql``}
    SELECT ${sql.join([...counts, ...numbers], sql`, `)}`
}

const LISTED = {
  sort: text(sql`listed.sort`),
  id: text(sql`listed.id`),
  row: json<TaskRow>(sql`listed.shown`),
}

/** A row of a task with its place in the list. */
export type ListedTask = RowOf<typeof LISTED>

/** Rows of one task in order, from after a place in it. */
export function listTask(
  db: Database,
  input: {
    task: Task
    question: TaskQuestion
    after: { sort: string; id: string } | null
    limit: number
  },
): Promise<ListedTask[]> {
  const { task, question, limit } = input
  const after = input.after ?? { sort: '', id: '' }
  const ctes = CODE_TASKS.has(task) ? sql`WITH ${codeTasks(question)}` : sql``
  return rowsOf(
    db,
    LISTED,
    sql`(${ctes} ${taskRows(task, question)}) listed
      WHERE (sort, id) > (${after.sort}, ${after.id}) ORDER BY sort, id LIMIT ${limit}`,
  )
}

const decision = alias(codeStatusEvent, 'decision')

const CHANGE = {
  id: decision.id,
  code: code.code,
  siteName: site.name,
  communeName: site.communeName,
  ...pick(decision, 'market', 'status', 'effectiveOn', 'documentNo'),
}

export type ChangeRow = RowOf<typeof CHANGE>

const MAX_CHANGES_EXAMINED = 5_000

/** The newest decisions on codes within the scope, as recorded; corrected ones give way to their correction. */
export function newestChanges(
  db: Database,
  input: { scope: Bounds; limit: number },
): Promise<ChangeRow[]> {
  const { scope, limit } = input
  return rowsOf(
    db,
    CHANGE,
    sql`(SELECT * FROM counted_decision ORDER BY recorded_at DESC, id DESC
      LIMIT ${MAX_CHANGES_EXAMINED}) decision
    JOIN code ON code.id = decision.code_id JOIN site ON site.id = code.site_id
    WHERE ${withinBounds(scope, 'site')}
    ORDER BY decision.recorded_at DESC, decision.id DESC LIMIT ${limit}`,
  )
}

/** Whether the scope holds any site at all, and whether there is any organisation beside the asker's own. */
export function isRegisterEmpty(
  db: Database,
  input: { scope: Bounds; organisationId: string },
): Promise<{ sites: boolean; others: boolean; labels: boolean }> {
  const { scope, organisationId } = input
  const where = withinBounds(scope, null)
  return rowOf(db, {
    sites: flag(sql`EXISTS (SELECT 1 FROM site WHERE ${where} AND withdrawn_at IS NULL)`),
    labels: flag(
      sql`EXISTS (SELECT 1 FROM batch
        WHERE organisation_id = ${organisationId} AND sealed_at IS NOT NULL)`,
    ),
    others: flag(sql`EXISTS (SELECT 1 FROM organisation WHERE id <> ${organisationId})`),
  })
}
