import { readTable, type Table } from '../../../worker/lib/sheet/table/read-table.ts'
import type { TableSpec } from '../../../worker/lib/sheet/table/table-spec.ts'
import { readWorkbook } from '../at-once.ts'
import { buildXlsx, type CellInput } from './xlsx-builder.ts'

export const SPEC: TableSpec = {
  id: 'test',
  title: 'bảng thử',
  keyColumn: 'code',
  columns: [
    {
      id: 'code',
      label: 'Mã số',
      required: true,
      synonyms: ['Mã số vùng trồng', 'MSVT', 'Mã vùng trồng', 'PUC'],
    },
    { id: 'name', label: 'Tên vùng trồng', synonyms: [] },
    { id: 'holder', label: 'Chủ sở hữu', synonyms: [] },
    { id: 'commune', label: 'Xã', synonyms: [] },
    { id: 'areaHa', label: 'Diện tích', additive: 'area', synonyms: [] },
    { id: 'households', label: 'Số hộ', additive: 'number', synonyms: [] },
  ],
}

export function read(rows: readonly (readonly CellInput[])[], merges: string[] = [], spec = SPEC) {
  const bytes = buildXlsx({ sheets: [{ name: 'Trang 1', rows, merges }] })
  const reading = readWorkbook(bytes, { fileName: 'a.xlsx' })
  const sheet = reading.ok ? reading.workbook.sheets[0] : undefined
  if (sheet === undefined) throw new Error('no sheet')
  return readTable(sheet, spec)
}

export function table(
  rows: readonly (readonly CellInput[])[],
  merges: string[] = [],
  spec = SPEC,
): Table {
  const reading = read(rows, merges, spec)
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.table
}

export function values(found: Table, id: string): readonly unknown[] {
  const index = found.columns.get(id)?.index ?? -1
  return found.rows.map((row) => row.cells[index] ?? null)
}

export const codesOf = (found: Table): readonly unknown[] => values(found, 'code')
export const warningsOf = (found: Table): readonly string[] =>
  found.warnings.map((each) => each.code)
