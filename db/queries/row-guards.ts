import type { SQL } from 'drizzle-orm'
import { type RecordTable, recordIs } from './records.ts'
import type { ColumnOf } from './row-statements.ts'

/** For guards: holds while these columns of a row are what they were when it was read. */
export function isStill<T extends RecordTable, Name extends ColumnOf<T>>(
  table: T,
  ...names: readonly Name[]
) {
  return (row: { readonly id: string } & Pick<T['$inferSelect'], Name>): SQL =>
    recordIs(table, { id: row.id, row, names })
}

/** For guards: holds while there is a row of an id that has these values. */
export function standsWith<T extends RecordTable>(table: T, values: Partial<T['$inferSelect']>) {
  return (id: string): SQL => recordIs(table, { id, row: values, names: Object.keys(values) })
}
