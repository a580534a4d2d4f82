import { listTask } from '../../../db/queries/home-counts.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Task, TaskRow } from '../../domain/access/tasks.ts'
import type { DatedReading } from '../context.ts'
import { listPage, type Page } from '../documents/list-page.ts'
import { notFound } from '../guard/refusals.ts'
import { personOf } from '../notifications/person-of.ts'
import { taskQuestion } from './task-question.ts'
import { tasksOf } from './tasks-of.ts'

const PAGE_SIZE = 50

/**
 * The rows behind a number of the first screen. `not_found` for a task that is none of the
 * person's role; `invalid_input` for a cursor that this list did not give.
 */
export async function listWaiting(
  ctx: DatedReading,
  input: { task: string; cursor: string | null },
): Promise<Page<TaskRow> & { readonly task: Task }> {
  const person = personOf(ctx)
  const task = tasksOf(person.role).find((name) => name === input.task)
  if (task === undefined) throw notFound(THINGS.list)
  const question = await taskQuestion(ctx, person)
  const asked = { cursor: input.cursor, limit: PAGE_SIZE }
  const { rows, nextCursor } = await listPage(asked, { sort: 'text', id: 'text' }, (page) =>
    listTask(ctx.db, { task, question, ...page }),
  )
  return { task, rows: rows.map(({ row }) => row), nextCursor }
}
