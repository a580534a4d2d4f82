import type { SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { asWorkedOut, type Field, type Fields, type WorkedOut } from './fields.ts'

/**
 * Reads fields from a source that only SQL can say: its joins, conditions, order and bound. Fields
 * are named here once; the row type, the SELECT list and the decoding follow from them, by name. It
 * may stand in a batch like any query of the builder, which says all simpler ones.
 */
export function rowsOf<F extends Fields>(db: Database, fields: F, source: SQL) {
  return db.select(selectionOf(fields)).from(source)
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
