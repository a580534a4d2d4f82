import { listTask } from '../../../db/queries/home-counts.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Task, TaskRow } from '../../domain/access/tasks.ts'
import type { DatedReading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { notFound } from '../guard/refusals.ts'
import { personOf } from '../notifications/person-of.ts'
import { taskQuestion } from './task-question.ts'
import { tasksOf } from './tasks-of.ts'

export type WaitingList = {
  readonly task: Task
  readonly rows: readonly TaskRow[]
  /** Where the list goes on; null at its end. */
  readonly nextCursor: string | null
}

const PAGE_SIZE = 50

/**
 * The rows behind a number of the first screen. `not_found` for a task that is none of the
 * person's role; `invalid_input` for a cursor that this list did not give.
 */
export async function listWaiting(
  ctx: DatedReading,
  input: { task: string; cursor: string | null },
): Promise<WaitingList> {
  const person = personOf(ctx)
  const task = tasksOf(person.role).find((name) => name === input.task)
  if (task === undefined) throw notFound(THINGS.list)
  const read = await listTask(ctx.db, {
    ...{ task, question: await taskQuestion(ctx, person), limit: PAGE_SIZE + 1 },
    after: readCursor(input.cursor),
  })
  const { rows, nextCursor } = pageOf(read, {
    limit: PAGE_SIZE,
    keysOf: ({ sort, id }) => [sort, id],
  })
  return { task, rows: rows.map(({ row }) => row), nextCursor }
}

function readCursor(cursor: string | null): { sort: string; id: string } | null {
  if (cursor === null) return null
  const [sort = '', id = ''] = decodeCursor(cursor, 2)
  return { sort, id }
}
