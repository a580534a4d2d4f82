import { type SQL, sql } from 'drizzle-orm'

/** A list to look in, as one parameter, however long it is: `x IN ${among(list)}`. */
export function among(values: readonly (string | number)[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
