import { areaField, countField } from '../domain/lists/records/number-fields.ts'
import {
  field,
  type RowContext,
  requiredText,
  textField,
} from '../domain/lists/records/row-context.ts'
import { decimalOfNumber, numberOfDecimal } from '../lib/measure/decimal.ts'
import { type ColumnMeasure, type TableSpec, words } from '../lib/sheet/table/table-spec.ts'
import type { SheetColumn } from './field.ts'
import { fieldsOf, type ValuesOf } from './resource.ts'

/** How each kind of cell is read, and whether its figures add up. */
const CELLS: Readonly<
  Record<
    SheetColumn['cell'],
    { readonly read: (row: RowContext, id: string) => unknown; readonly additive?: ColumnMeasure }
  >
> = {
  line: { read: requiredText },
  text: { read: textField },
  area: { read: readArea, additive: 'area' },
  count: { read: countField, additive: 'number' },
  phone: { read: readPhone },
  typed: { read: readTyped },
}

type Listed = { readonly fields: object }

/** A list of things as its columns are found; its key is the first of them. */
export function tableSpecOf(
  described: Listed,
  named: { readonly id: string; readonly title: string },
): TableSpec {
  const columns = columnsOf(described).map(({ name, column }) => {
    const { additive } = CELLS[column.cell]
    return {
      id: name,
      label: column.heading,
      required: column.cell === 'line',
      synonyms: words(column.synonyms),
      ...(additive === undefined ? {} : { additive }),
    }
  })
  return { ...named, columns, keyColumn: columns[0]?.id ?? '' }
}

/** What a row of such a list says; null where it lacks what must be there. */
export function valuesOfRow<F extends object>(
  described: { readonly fields: F },
  row: RowContext,
): ValuesOf<F> | null {
  const cells = columnsOf(described).map(({ name, column }) => ({
    name,
    column,
    value: CELLS[column.cell].read(row, name),
  }))
  if (cells.some(({ column, value }) => column.cell === 'line' && value === null)) return null
  // Each kind of cell gives what its field holds; a field without a column would be missing.
  return Object.fromEntries(cells.map(({ name, value }) => [name, value])) as ValuesOf<F>
}

/** Such things as a text that is read back the same: headings, tabs, a line each. */
export function listText(described: Listed, rows: readonly Readonly<Record<string, unknown>>[]) {
  const columns = columnsOf(described)
  const head = columns.map(({ column }) => column.heading)
  const lines = rows.map((row) =>
    columns.map(({ name, field }) => field.texts(row[name])[''] ?? ''),
  )
  const clean = (cell: string) => cell.replace(/[\t\r\n"]+/g, ' ')
  return [head, ...lines].map((cells) => cells.map(clean).join('\t')).join('\n')
}

function columnsOf(described: Listed) {
  return fieldsOf(described).flatMap(([name, field]) =>
    field.sheet === null ? [] : [{ name, field, column: field.sheet }],
  )
}

function readArea(row: RowContext, id: string): number | null {
  const area = areaField(row, id)
  return area === null ? null : numberOfDecimal(area.areaHa)
}

/** Spreadsheets take the zero off the front of a telephone number. */
function readPhone(row: RowContext, id: string): string | null {
  const text = textField(row, id)
  return text !== null && /^[1-9]\d{8}$/.test(text) ? `0${text}` : text
}

/** As it would be typed into a form: a number has its comma, whatever the spreadsheet shows. */
function readTyped(row: RowContext, id: string): string | null {
  const plain = field(row, id)
  if (typeof plain === 'number') return decimalOfNumber(plain)?.replace('.', ',') ?? null
  return textField(row, id)
}
