import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { listed } from './listed.ts'
import type { Statement } from './run-batch.ts'

/**
 * Inserts any number of rows as one parameter, in order: the values of one statement are bounded in
 * number. What no row says is the column's default. What happens on a conflict may be added.
 */
export function insertRows<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: readonly InferInsertModel<T>[],
) {
  const said = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns: [string, SQLiteColumn][] = Object.entries(getTableColumns(table))
  const given = columns.filter(([name]) => said.has(name))
  const list = listed(rows.map((row) => encoded(row, given)))
  const values = columns.map(([name, column]) =>
    said.has(name) ? list.of(name) : defaultOf(column),
  )
  // Without a condition SQLite would take ON CONFLICT for the ON of a join.
  return db
    .insert(table)
    .select(sql`SELECT ${sql.join(values, sql`, `)} FROM ${list.rows} WHERE true`)
}

/** As `insertRows`, and no statement where there are no rows. */
export function insertAny<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: readonly InferInsertModel<T>[],
): Statement[] {
  return rows.length === 0 ? [] : [insertRows(db, table, rows)]
}

function encoded(row: object, columns: readonly [string, SQLiteColumn][]): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(row))
  const stored = columns.map(([name, column]) => {
    const value = values.get(name) ?? null
    return [name, value === null ? null : column.mapToDriverValue(value)]
  })
  return Object.fromEntries(stored)
}

function defaultOf(column: SQLiteColumn): SQL {
  return column.default === undefined ? sql`NULL` : sql`${column.mapToDriverValue(column.default)}`
}
