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
 * On the way each row is an array, which SQLite reads in two thirds of the time of an object; which
 * name stands where is known here alone.
 */
export function listed<R extends object>(rows: readonly R[]): Listed<R> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const arrays = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row))
    return names.map((name) => values.get(name) ?? null)
  })
  const cell = (name: string, arrow: '->' | '->>') => {
    const at = names.indexOf(name)
    return at < 0 ? sql`NULL` : sql.raw(`(listed.value ${arrow} ${at})`)
  }
  return {
    rows: sql`json_each(${JSON.stringify(arrays)}) listed`,
    of: (name) => cell(name, '->>'),
    json: (name) => cell(name, '->'),
  }
}
