import { describe, expect, it } from 'vitest'
import { readTable } from '../../../worker/lib/sheet/table/read-table.ts'
import type { TableSpec } from '../../../worker/lib/sheet/table/table-spec.ts'
import { fixture } from '../../support/sheets/import-helpers.ts'
import { table } from '../../support/sheets/table-helpers.ts'

describe('totals rows', () => {
  const HEADING = ['Mã số', 'Xã', 'Diện tích (ha)', 'Số hộ']

  it('reports both figures when they disagree, for each column', () => {
    const found = table([
      HEADING,
      ['A-1', 'x', '1.000,5', 3],
      ['A-2', 'y', 0.25, 4],
      ['Tổng cộng', null, '1.000,8', 9],
    ])
    expect(
      found.totals.map(({ row, column, printed, computed }) => [row, column, printed, computed]),
    ).toEqual([
      [4, 'Diện tích (ha)', '1000.8', '1000.75'],
      [4, 'Số hộ', '9', '7'],
    ])
    expect(found.totals[0]?.message).toContain('1.000,75')
  })

  it('adds without drift', () => {
    const found = table([
      HEADING,
      ...Array.from({ length: 10 }, (_, n) => [`A-${n}`, 'x', 0.1, 1]),
      ['Tổng', null, '1', 10],
    ])
    expect(found.totals).toEqual([])
  })

  it('accepts subtotals of their own rows and a grand total of all', () => {
    const found = table([
      HEADING,
      ['A-1', 'x', 1, 1],
      ['A-2', 'x', 2, 1],
      ['Cộng', null, 3, 2],
      ['A-3', 'y', 4, 1],
      ['Cộng', null, 4, 1],
      ['Tổng cộng', null, 7, 3],
    ])
    expect(found.totals).toEqual([])
    const wrong = table([
      HEADING,
      ['A-1', 'x', 1, 1],
      ['Cộng', null, 1, 1],
      ['A-2', 'y', 4, 1],
      ['Cộng', null, 4, 5],
      ['Tổng cộng', null, 6, 2],
    ])
    expect(wrong.totals.map(({ row, printed, computed }) => [row, printed, computed])).toEqual([
      [5, '5', '1'],
      [6, '6', '5'],
    ])
  })
})

describe('Table 1 of the An Giang plan', () => {
  const spec: TableSpec = {
    id: 'plan',
    title: 'kế hoạch diện tích',
    keyColumn: 'district',
    columns: [
      { id: 'district', label: 'Huyện, Thị xã, Thành phố', required: true, synonyms: [] },
      { id: 'farmed', label: 'Diện tích canh tác', additive: 'area', synonyms: [] },
      { id: 'in2024', label: 'Năm 2024', additive: 'area', synonyms: [] },
      { id: 'in2025', label: 'Năm 2025', additive: 'area', synonyms: [] },
      {
        id: 'until2025',
        label: 'Tổng đến năm 2025 Diện tích cấp mã số',
        additive: 'area',
        synonyms: [],
      },
    ],
  }

  it('computes 49.860 and 53.807 ha where the print says 9.861 and 3.807, and imports no total', () => {
    const [sheet] = fixture('bang-1-ke-hoach-1753.xlsx').sheets
    if (sheet === undefined) throw new Error('no sheet')
    const found = readTable(sheet, spec)
    if (!found.ok) throw new Error(found.problem.message)
    expect(found.table.rows).toHaveLength(11)
    expect(
      found.table.totals.map(({ column, printed, computed }) => [column, printed, computed]),
    ).toEqual([
      ['Diện tích cấp mã số (ha) Năm 2024', '9861', '49860'],
      ['Diện tích cấp mã số (ha) Năm 2025', '3807', '53807'],
    ])
    expect(found.table.totals[0]?.message).toContain('9.861 nhưng cộng các dòng được 49.860')
  })
})
