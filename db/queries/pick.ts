import { getTableColumns, type Table } from 'drizzle-orm'

/** Columns of a table under their own names. */
export function pick<T extends Table, K extends keyof T['_']['columns'] & string>(
  table: T,
  ...names: readonly K[]
): Pick<T['_']['columns'], K> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) =>
    names.some((each) => each === name),
  )
  // The columns of the table that have these names are those that `T` says they are.
  return Object.fromEntries(columns) as Pick<T['_']['columns'], K>
}
