import { type SQL, sql } from 'drizzle-orm'
import type { Task, TaskRows } from '../../worker/domain/access/tasks.ts'

/** The JSON of a row of a task, all of its parts named. */
export function shown<M extends Task>(parts: { readonly [Name in keyof TaskRows[M]]: SQL }): SQL {
  const pairs = Object.entries<SQL>(parts).map(
    ([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`,
  )
  return sql`json_object(${sql.join(pairs, sql`, `)}) AS shown`
}
