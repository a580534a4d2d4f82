import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { firstOf } from './first-of.ts'
import { insertRecord, type RecordTable, updateRecord } from './records.ts'
import type { Statement } from './run-batch.ts'

/** Names of a table's columns, in code. */
export type ColumnOf<T extends SQLiteTable> = keyof T['_']['columns'] & string

/** Adds a row of which every column is said. */
export function insertOf<T extends SQLiteTable>(table: T) {
  return (db: Database, row: T['$inferSelect']): Statement => insertRecord(db, table, row)
}

/** Adds a row; what it does not say is the column's default. */
export function insertPartOf<T extends SQLiteTable>(table: T) {
  return (db: Database, row: T['$inferInsert']): Statement => insertRecord(db, table, row)
}

/** The row that has a value in a column of which each has its own; null where there is none. */
export function readOf<T extends SQLiteTable>(table: T, by: SQLiteColumn) {
  return (db: Database, value: string): Promise<T['$inferSelect'] | null> =>
    firstOf(db.select().from<SQLiteTable>(table).where(eq(by, value)).limit(1))
}

/** Sets these columns of the row of an id. */
export function setOf<T extends RecordTable, Name extends ColumnOf<T>>(
  table: T,
  ...names: readonly Name[]
) {
  return (
    db: Database,
    row: { readonly id: string } & Pick<T['$inferSelect'], Name>,
  ): Statement => {
    const set = Object.fromEntries(names.map((name) => [name, row[name]]))
    return updateRecord(db, table, { id: row.id, set })
  }
}

/** Sets whichever columns are given of the row of an id. */
export function updateOf<T extends RecordTable>(table: T) {
  return (
    db: Database,
    { id, ...set }: { readonly id: string } & Partial<T['$inferSelect']>,
  ): Statement => updateRecord(db, table, { id, set })
}

/** Changes the row of an id; `version` counts on, so that whoever read it before is told. */
export function changeOf<T extends RecordTable & { readonly version: SQLiteColumn }>(table: T) {
  return (
    db: Database,
    { id, set }: { readonly id: string; readonly set: Partial<T['$inferSelect']> },
  ): Statement =>
    updateRecord(db, table, { id, set: { ...set, version: sql`${table.version} + 1` } })
}

/** Takes away the rows that have a value in a column. */
export function deleteOf(table: SQLiteTable, by: SQLiteColumn) {
  return (db: Database, value: string): Statement => db.delete(table).where(eq(by, value))
}
