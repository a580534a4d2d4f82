import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { asWorkedOut, type Field, type Fields, type RowOf, type WorkedOut } from './fields.ts'

/**
 * Reads fields from a source that only SQL can say: its joins, conditions, order and bound. Fields
 * are named here once; the row type, the SELECT list and the decoding follow from them, by name. It
 * may stand in a batch like any query of the builder, which says all simpler ones.
 */
export function rowsOf<F extends Fields>(db: Database, fields: F, source: SQL) {
  return db.select(selectionOf(fields)).from(source)
}

/** What SQL works out of nothing but its own subqueries, as a query of one row. */
export function workedOutOf<F extends Readonly<Record<string, WorkedOut<unknown>>>>(
  db: Database,
  fields: F,
) {
  return rowsOf(db, fields, sql`(SELECT 1)`)
}

/**
 * The row of a statement that always gives one: counts and sums of a source, or what is worked out of
 * none. Each value is held against its kind as it is read.
 */
export async function rowOf<F extends Readonly<Record<string, WorkedOut<unknown>>>>(
  db: Database,
  fields: F,
  source: SQL = sql`(SELECT 1)`,
): Promise<RowOf<F>> {
  const rows: readonly Readonly<Record<string, unknown>>[] = await rowsOf(db, fields, source)
  const [row] = rows
  if (row === undefined) throw new Error('the database gave no row')
  // `rowsOf` gives each name what its field decodes to.
  return row as RowOf<F>
}

type SelectionOf<F extends Fields> = {
  [Name in keyof F]: F[Name] extends Field ? ReturnType<typeof asWorkedOut<F[Name]>> : never
}

function selectionOf<F extends Fields>(fields: F): SelectionOf<F> {
  const named: Record<string, WorkedOut<unknown>> = {}
  for (const [name, field] of Object.entries(fields)) named[name] = asWorkedOut(field)
  // Each name of `fields` has the expression of its own field, as just filled in.
  return named as SelectionOf<F>
}
