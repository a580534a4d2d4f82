import type { TableCell } from '../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../site/models/records.ts'
import type { Saying } from './say.ts'

type Said = Saying<string>
type Told = Saying<TableCell> | Said | null

/** The table of a section, in the reader's language. */
export type Table = NonNullable<DetailSection['table']>

/** A column: its head, and what it tells of a row: a text, or a cell with more than that. */
export type ColumnOf<R> = {
  readonly head: Said
  readonly cell: (row: R) => Told
  readonly look: 'number' | undefined
}

/** A column by its parts; of figures, which stand to the right, where `look` says so. */
export function column<R>(head: Said, cell: (row: R) => Told, look?: 'number'): ColumnOf<R> {
  return { head, cell, look }
}

type Described<R> = { readonly columns: readonly ColumnOf<R>[]; readonly empty?: Said }

/** The table of a section: its rows by a description of its columns. */
export function tableOf<R>(
  rows: readonly R[],
  { columns, empty = '' }: Described<R>,
): Saying<Table> {
  return {
    columns: columns.map(({ head, look }) => ({ name: head, number: look && true })),
    rows: rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
    empty,
  }
}

type Around = Omit<Saying<DetailSection>, 'id' | 'table'>

/** A section that is a table, with what stands around it. */
export function tableSection<R>(
  id: string,
  rows: readonly R[],
  { columns, empty, ...around }: Described<R> & Around,
): Saying<DetailSection> {
  return { id, ...around, table: tableOf(rows, { columns, empty: empty ?? '' }) }
}

function cellOf(told: Told): Saying<TableCell> {
  return told !== null && typeof told === 'object' && 'text' in told ? told : { text: told ?? '' }
}
