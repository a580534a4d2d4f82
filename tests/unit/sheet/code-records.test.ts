import { describe, expect, it } from 'vitest'
import { readCodeRecords } from '../../support/at-once.ts'
import {
  book,
  codesOf,
  fixture,
  issuesOf,
  known,
  success,
} from '../../support/sheets/import-helpers.ts'
import type { CellInput } from '../../support/sheets/xlsx-builder.ts'

describe('lists of codes', () => {
  it('reads both sheets of the An Giang list, whatever the spelling', () => {
    const result = success(readCodeRecords(fixture('ma-so-an-giang.xlsx')))
    expect(result.issues).toEqual([])
    expect(
      result.records.map(({ record }) => [
        record.code,
        record.kind,
        record.plantedAreaHa,
        record.markets.join('+'),
        record.status,
        record.effectiveOn,
      ]),
    ).toEqual([
      ['VN-AGOR-0901', 'growing_area', 12.5, 'CHN', 'active', '2023-03-05'],
      ['VN-AGOR-0902', 'growing_area', 30.25, 'CHN+USA', 'active', '2023-03-07'],
      ['VN-AGOR-0903', 'growing_area', 8.75, 'VNM', 'suspended', '2024-06-05'],
      ['VN-AGOR-0904', 'growing_area', 1050.5, 'VNM', 'active', '2024-01-10'],
      [
        '91-PUC-XOAI01-000905-CHN',
        'growing_area',
        22,
        'CHN',
        'pending_foreign_approval',
        '2026-08-20',
      ],
      ['VN-AGOR-0906', 'growing_area', 15, 'EU+KOR', 'revoked', '2025-12-31'],
      ['VN-AGPH-091', 'packing_house', null, 'CHN+EU', 'active', '2022-11-18'],
      ['VN-AGPH-092', 'packing_house', null, 'CHN', 'active', '2025-07-01'],
    ])
    expect(codesOf(result)).toEqual(['sheet_skipped', 'note_row'])
    expect(result.totals).toEqual([])
  })

  it('gives merged communes to each of their rows, and takes addresses apart', () => {
    const { records } = success(readCodeRecords(fixture('ma-so-an-giang.xlsx')))
    const places = records.map(({ record }) => [
      record.commune,
      record.formerDistrict,
      record.province,
    ])
    expect(places[2]).toEqual(['xã Mỹ Hội Đông', 'huyện Chợ Mới', 'An Giang'])
    expect(places[4]).toEqual(['Xã Phú Tân', null, 'An Giang'])
    expect(records[6]?.record).toMatchObject({
      hamlet: 'Khóm Đông Thịnh',
      commune: 'phường Mỹ Phước',
      capacityTPerDay: 12.5,
    })
  })

  it('reads the Lào Cai list in CSV with semicolons and decimal commas', () => {
    const { records } = success(readCodeRecords(fixture('ma-so-lao-cai.csv')))
    expect(
      records.map(({ record }) => [record.code, record.plantedAreaHa, record.markets]),
    ).toEqual([
      ['VN-LCOR-0911', 45.2, ['CHN']],
      ['VN-LCOR-0912', 1020, ['CHN', 'VNM']],
    ])
  })

  const HEADING = [
    'Mã số',
    'Tên vùng trồng',
    'Chủ sở hữu',
    'Xã',
    'Tỉnh',
    'Thị trường',
    'Ngày cấp',
    'Diện tích',
    'Tình trạng',
    'Ngày hết hạn',
  ]
  const good = (code: string): CellInput[] => [
    code,
    'x',
    'h',
    'Xã 1',
    'An Giang',
    'TQ',
    '05/03/2026',
    1,
  ]

  it('gives every reason of a refused row and loses no good row for it', () => {
    const bad = ['VN(1', '', 'h', null, 'An Giang', 'Sao Hoả', '31/02/2026', 'rộng', 'treo', null]
    const result = success(
      readCodeRecords(book([HEADING, good('VN-AGOR-0001'), bad, good('VN-AGOR-0002')])),
    )
    expect(result.records.map(({ row, record }) => [row, record.code])).toEqual([
      [2, 'VN-AGOR-0001'],
      [4, 'VN-AGOR-0002'],
    ])
    expect(issuesOf(result)).toEqual([
      ['A3', 'Mã số', 'VN(1', 'Mã có ký tự lạ “(”.'],
      ['B3', 'Tên vùng trồng', '', 'Thiếu Tên vùng trồng.'],
      ['D3', 'Xã', '', 'Thiếu xã, phường.'],
      ['F3', 'Thị trường', 'Sao Hoả', 'Không biết thị trường “Sao Hoả”.'],
      ['G3', 'Ngày cấp', '31/02/2026', 'Không có ngày 31/2/2026.'],
      ['H3', 'Diện tích', 'rộng', 'Không đọc được số; hãy ghi dạng 1.234,5.'],
      ['I3', 'Tình trạng', 'treo', 'Không biết trạng thái “treo”.'],
    ])
    expect([result.rowCount, result.refusedRows]).toEqual([3, 1])
  })

  it('refuses an error value, a formula without result, and an end before the beginning', () => {
    const rows = [
      HEADING,
      [...good('VN-AGOR-0001').slice(0, 7), { error: '#REF!' }],
      [...good('VN-AGOR-0002').slice(0, 7), { formula: 'A1' }],
      [...good('VN-AGOR-0003'), null, '04/03/2026'],
    ]
    const result = success(readCodeRecords(book(rows)))
    expect(result.records).toEqual([])
    expect(result.issues.map((issue) => [issue.cell, issue.column])).toEqual([
      ['H2', 'Diện tích'],
      ['H3', 'Diện tích'],
      ['J4', 'Ngày hết hạn'],
    ])
  })

  it('reads a code as the known one it stands for, and leaves two candidates to the person', () => {
    const knownCodes = known('VN-AGOR-0001', 'VN-TGOR-02', 'VN-TGOR-002')
    const rows = [HEADING, good('vn agor 01'), good('VN-TGOR-2'), good('VN-NEOR-0009')]
    const result = success(readCodeRecords(book(rows), { knownCodes }))
    expect(result.records.map(({ record }) => record.code)).toEqual([
      'VN-AGOR-0001',
      'VN-NEOR-0009',
    ])
    expect(result.warnings.map((each) => each.message)).toEqual([
      'Dòng 2: “vn agor 01” được đọc là VN-AGOR-0001.',
    ])
    expect(result.issues[0]?.reason).toContain('VN-TGOR-02 hoặc VN-TGOR-002')
  })

  it('warns of unusual, repeated and nearly equal codes without refusing them', () => {
    const rows = [
      HEADING,
      good('VN-AGOR-0001'),
      good('VN-AGOR-0001'),
      good('VN-AGOR-001'),
      good('LẠ-1'),
    ]
    const result = success(readCodeRecords(book(rows, 'MSVT 2026')))
    expect(result.records).toHaveLength(4)
    expect(codesOf(result)).toEqual(['repeated_code', 'similar_code', 'unusual_code'])
  })

  it('takes the kind from the heading or sheet where the code does not tell, else refuses', () => {
    const kindOf = (heading: string, sheet: string) => {
      const rows = [[heading, ...HEADING.slice(1)], good('ABC-1')]
      const result = success(readCodeRecords(book(rows, sheet)))
      return result.records[0]?.record.kind ?? result.issues[0]?.column
    }
    expect(kindOf('Mã số cơ sở đóng gói', 'Trang 1')).toBe('packing_house')
    expect(kindOf('Mã số', 'DS CSĐG 2026')).toBe('packing_house')
    expect(kindOf('Mã số', 'Vùng trồng An Giang')).toBe('growing_area')
    expect(kindOf('Mã số', 'Trang 1')).toBe('Loại mã')
  })

  it('takes market and province from the code or the defaults when the list has no such columns', () => {
    const heading = ['Mã số', 'Tên vùng trồng', 'Chủ sở hữu', 'Xã', 'Ngày cấp']
    const row = (code: string): CellInput[] => [code, 'x', 'h', 'Xã 1', '05/03/2026']
    const workbook = book([heading, row('91-PUC-XOAI01-000123-CHN'), row('VN-AGOR-0001')])
    const bare = success(readCodeRecords(workbook))
    expect(bare.issues.map((issue) => [issue.row, issue.cell, issue.column])).toEqual([
      [2, null, 'Tỉnh'],
      [3, null, 'Tỉnh'],
      [3, null, 'Thị trường'],
    ])
    const helped = success(
      readCodeRecords(workbook, { defaults: { province: 'An Giang', markets: ['USA'] } }),
    )
    expect(helped.records.map(({ record }) => record.markets)).toEqual([['CHN'], ['USA']])
  })

  it('keeps the unit of an area as entered', () => {
    const heading = HEADING.map((label) => (label === 'Diện tích' ? 'Diện tích (công)' : label))
    const { records } = success(
      readCodeRecords(book([heading, [...good('VN-AGOR-0001').slice(0, 7), '25,5']])),
    )
    expect(records[0]?.record.plantedArea).toEqual({
      areaHa: '2.55',
      entered: { value: '25.5', unit: 'cong' },
    })
  })

  it('reports a total that disagrees and imports only the rows', () => {
    const rows = [
      HEADING,
      good('VN-AGOR-0001'),
      good('VN-AGOR-0002'),
      ['Tổng cộng', null, null, null, null, null, null, 3],
    ]
    const result = success(readCodeRecords(book(rows)))
    expect(result.records).toHaveLength(2)
    expect(result.totals).toMatchObject([{ row: 4, printed: '3', computed: '2' }])
  })

  it('fails as a whole when a sheet of the list lacks a required column', () => {
    const without = HEADING.filter((label) => label !== 'Ngày cấp')
    expect(readCodeRecords(book([without]))).toMatchObject({
      ok: false,
      problem: { code: 'missing_column' },
    })
  })
})
