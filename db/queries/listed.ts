import { type SQL, sql } from 'drizzle-orm'

/** Rows handed to a statement: a table in SQL, and a value of its row by name. */
export type Listed<R> = {
  readonly rows: SQL
  readonly of: (name: keyof R & string) => SQL
  /** The value as JSON: an object, or the JSON null. */
  readonly json: (name: keyof R & string) => SQL
}

/**
 * A list as a table, as one parameter however long it is, so that the statement is the same for one
 * row and for thousands: `FROM ${rows} WHERE x = ${of('codeId')}`. What a row leaves out is null.
 */
export function listed<R extends object>(rows: readonly R[]): Listed<R> {
  return {
    rows: sql`json_each(${JSON.stringify(rows)}) listed`,
    of: (name) => sql`(listed.value ->> ${sql.raw(`'${name}'`)})`,
    json: (name) => sql`(listed.value -> ${sql.raw(`'${name}'`)})`,
  }
}
