import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { firstOf } from './first-of.ts'
import { isAsRead } from './is-as-read.ts'
import type { Statement } from './run-batch.ts'

/** A table whose rows are known by their column `id`. */
export type RecordTable = SQLiteTable & { readonly id: SQLiteColumn }

/** A row by column name. */
export type Row = Readonly<Record<string, unknown>>

export function readRecord(db: Database, table: RecordTable, id: string): Promise<Row | null> {
  return firstOf(db.select().from(table).where(eq(table.id, id)).limit(1))
}

export function insertRecord(db: Database, table: SQLiteTable, row: Row): Statement {
  // Drizzle's own type wants the columns of the very table; whoever describes it has checked them.
  return db.insert(table).values(row as never)
}

/** Adds many rows at once, each with every column it is to have: none is filled in by the table. */
export function insertRecords(db: Database, table: RecordTable, rows: readonly Row[]): Statement {
  const columns = Object.entries(getTableColumns(table))
  const stored = rows.map((row) =>
    Object.fromEntries(
      columns.map(([name, column]) => {
        const value = row[name] ?? null
        return [name, value === null ? null : column.mapToDriverValue(value)]
      }),
    ),
  )
  const values = columns.map(([name]) => sql`value ->> ${name}`)
  return db.insert(table).select(sql`SELECT ${sql.join(values, sql`, `)}
    FROM json_each(${JSON.stringify(stored)}) ORDER BY key`)
}

export function deleteRecord(db: Database, table: RecordTable, id: string): Statement {
  return db.delete(table).where(eq(table.id, id))
}

export function updateRecord(
  db: Database,
  table: RecordTable,
  input: { readonly id: string; readonly set: Row },
): Statement {
  return db
    .update(table)
    .set(input.set as never)
    .where(eq(table.id, input.id))
}

/** Holds while these columns of a row are still what they were when it was read. */
export function recordIs(
  table: RecordTable,
  input: { readonly id: string; readonly row: Row; readonly names: readonly string[] },
): SQL {
  const { id, row, names } = input
  const same = Object.entries(getTableColumns(table))
    .filter(([name]) => names.includes(name))
    .map(([name, column]) => {
      const value = row[name] ?? null
      return isAsRead(sql`${column}`, value === null ? null : column.mapToDriverValue(value))
    })
  const all = sql.join([sql`${table.id} = ${id}`, ...same], sql` AND `)
  return sql`EXISTS (SELECT 1 FROM ${table} WHERE ${all})`
}
