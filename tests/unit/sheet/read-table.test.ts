import { describe, expect, it } from 'vitest'
import { codesOf, read, table, values, warningsOf } from '../../support/sheets/table-helpers.ts'
import type { CellInput } from '../../support/sheets/xlsx-builder.ts'

describe('finding the heading', () => {
  it.each([
    'MSVT',
    'mã số  vùng trồng',
    'MÃ VÙNG TRỒNG (*)',
    'Mã số\nvùng trồng:',
    'PUC',
    'ma so vung trong',
    ' Mã\u00a0số ',
  ])('knows the column under %j', (heading) => {
    const found = table([
      ['STT', heading, 'Tên vùng trồng'],
      [1, 'A-1', 'x'],
    ])
    expect(codesOf(found)).toEqual(['A-1'])
    expect(found.unknownColumns).toEqual([])
  })

  it('passes over titles, even one that names a column', () => {
    const rows = [
      ['MÃ SỐ VÙNG TRỒNG'],
      ['Tỉnh An Giang'],
      [],
      ['STT', 'Mã số', 'Xã'],
      [1, 'A-1', 'x'],
    ]
    expect(table(rows, ['A1:C1', 'A2:C2']).headerRow).toBe(4)
  })

  it('reads a heading of two rows under merged cells', () => {
    const rows = [
      ['STT', 'Mã số', 'Địa chỉ', null, 'Diện tích (công)'],
      [null, null, 'Ấp', 'Xã', null],
      [1, 'A-1', 'Ấp 1', 'Xã 1', 5],
    ]
    const found = table(rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'])
    expect(found.columns.get('commune')).toMatchObject({ letters: 'D', heading: 'Địa chỉ Xã' })
    expect(found.columns.get('areaHa')?.unit).toBe('công')
    expect(codesOf(found)).toEqual(['A-1'])
  })

  it('reads such a heading when nothing is merged, as in CSV', () => {
    const rows = [
      ['Mã số', 'Địa chỉ', null, 'Số hộ'],
      [null, 'Ấp', 'Xã', null],
      ['A-1', 'x', 'y', 2],
    ]
    const found = table(rows)
    expect(values(found, 'commune')).toEqual(['y'])
    expect(codesOf(found)).toEqual(['A-1'])
  })

  it('does not join a title to a heading of one row', () => {
    const found = table([['NHẬT KÝ'], ['Mã số', 'Xã'], ['A-1', 'x']])
    expect(found.headerRow).toBe(2)
    expect(found.columns.get('code')?.heading).toBe('Mã số')
  })

  it('takes a longer heading for the column it begins with, and says so', () => {
    const found = table([
      ['Mã số vùng trồng được cấp', 'Xã'],
      ['A-1', 'x'],
    ])
    expect(codesOf(found)).toEqual(['A-1'])
    expect(warningsOf(found)).toEqual(['heading_read_as'])
  })

  it('reports unknown and repeated columns and reads on', () => {
    const found = table([
      ['Mã số', 'Xã', 'Màu bìa', 'Xã'],
      ['A-1', 'x', 'đỏ', 'y'],
    ])
    expect(found.unknownColumns).toEqual([{ letters: 'C', heading: 'Màu bìa' }])
    expect(warningsOf(found)).toEqual(['unknown_column', 'repeated_column'])
    expect(values(found, 'commune')).toEqual(['x'])
  })

  it('names what it looked for and what it found when a required column is missing', () => {
    const reading = read([
      ['Tên vùng trồng', 'Xã', 'Màu bìa'],
      ['x', 'y', 'z'],
    ])
    if (reading.ok) throw new Error('read')
    expect(reading.problem.code).toBe('missing_column')
    for (const part of ['“Mã số”', 'MSVT', '“Tên vùng trồng”', '“Màu bìa”']) {
      expect(reading.problem.message).toContain(part)
    }
  })

  it('says so when there is no table at all', () => {
    expect(read([['Thưa ông bà,'], ['Kính gửi']])).toMatchObject({
      ok: false,
      problem: { code: 'no_table' },
    })
  })
})

describe('rows under the heading', () => {
  const HEADING = ['STT', 'Mã số', 'Tên vùng trồng', 'Chủ sở hữu', 'Xã', 'Diện tích (ha)', 'Số hộ']

  it('returns records only: no blanks, column numbers, repeated headings, sections, notes or totals', () => {
    const found = table([
      HEADING,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['I. Huyện Chợ Mới'],
      [1, 'A-1', 'x', 'h', 'c', 1, 1],
      [],
      [null, '   ', '\u00a0'],
      HEADING,
      [2, 'A-2', 'x', 'h', 'c', 2, 2],
      [null, null, 'Tổng cộng', null, null, 3, 3],
      ['Ghi chú: số liệu tạm tính'],
    ])
    expect(codesOf(found)).toEqual(['A-1', 'A-2'])
    expect(found.warnings.map((each) => [each.code, each.row])).toEqual([
      ['note_row', 3],
      ['note_row', 10],
    ])
    expect(found.totals).toEqual([])
  })

  it.each([
    'Tổng',
    'Tổng cộng',
    'TỔNG CỘNG:',
    'Cộng',
    'Tổng số',
    'Cộng (I+II)',
    'Tổng diện tích',
    'Total',
  ])('never returns a row named %s', (label) => {
    for (const column of [0, 1, 2]) {
      const total: CellInput[] = [null, null, null, null, null, 5, 1]
      total[column] = label
      expect(codesOf(table([HEADING, [1, 'A-1', 'x', 'h', 'c', 5, 1], total]))).toEqual(['A-1'])
    }
  })

  it('does not take a firm named Tổng công ty, or a name that says Cộng, for a total', () => {
    const found = table([
      HEADING,
      ['Tổng công ty Mẫu', 'A-1', 'x', 'h', 'c', 1, 1],
      [2, 'A-2', 'Cộng', 'Tổng', 'c', 1, 1],
      [3, null, 'Tổng công ty Lương thực Mẫu', 'Cộng Hoà', 'c', 1, 1],
    ])
    expect(found.rows).toHaveLength(3)
  })

  it('spreads merged cells down and right over records', () => {
    const found = table(
      [
        HEADING,
        [1, 'A-1', 'x', 'h', 'Xã 1', 1, 1],
        [2, 'A-2', 'x', null, null, 2, 2],
        [3, 'A-3', 'cùng tên', null, 'Xã 2', 3, 3],
      ],
      ['E2:E3', 'C4:D4'],
    )
    expect(values(found, 'commune')).toEqual(['Xã 1', 'Xã 1', 'Xã 2'])
    expect(values(found, 'holder')).toEqual(['h', null, 'cùng tên'])
  })

  it('warns when one figure is merged over several rows, and counts it once in totals', () => {
    const found = table(
      [
        HEADING,
        [1, 'A-1', 'x', 'h', 'c', 10, 1],
        [2, 'A-2', 'x', 'h', 'c', null, 1],
        ['Tổng', null, null, null, null, 10, 2],
      ],
      ['F2:F3'],
    )
    expect(values(found, 'areaHa')).toEqual([10, 10])
    expect(warningsOf(found)).toEqual(['merged_figure'])
    expect(found.totals).toEqual([])
  })

  it('reports formulas once for a column', () => {
    const formula = { formula: 'A1', cached: 2 }
    const found = table([
      HEADING,
      [1, 'A-1', 'x', 'h', 'c', formula, 1],
      [2, 'A-2', 'x', 'h', 'c', formula, 1],
    ])
    expect(found.warnings.map((each) => [each.code, each.column])).toEqual([
      ['formula', 'Diện tích (ha)'],
    ])
  })

  it('asks when dots mean thousands in one row and decimals in another', () => {
    const found = table([
      HEADING,
      [1, 'A-1', 'x', 'h', 'c', '1.234', 1],
      [2, 'A-2', 'x', 'h', 'c', '12.5', 1],
    ])
    expect(warningsOf(found)).toEqual(['ambiguous_number'])
  })
})
