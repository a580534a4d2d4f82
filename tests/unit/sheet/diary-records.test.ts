import { describe, expect, it } from 'vitest'
import { readDiaryRecords } from '../../support/at-once.ts'
import {
  book,
  code,
  codesOf,
  fixture,
  issuesOf,
  success,
} from '../../support/sheets/import-helpers.ts'
import type { CellInput } from '../../support/sheets/xlsx-builder.ts'

describe('diaries', () => {
  it('reads a mango season and refuses the two rows that are wrong', () => {
    const result = success(readDiaryRecords(fixture('nhat-ky-xoai.xlsx')))
    expect(
      result.records.map(({ record }) => [
        record.occurredOn,
        record.kind,
        record.quantity?.value ?? null,
      ]),
    ).toEqual([
      ['2026-01-06', 'other', null],
      ['2026-01-12', 'fertiliser', '1200'],
      ['2026-02-02', 'irrigation', '35'],
      ['2026-02-20', 'plant_protection', '1.5'],
      ['2026-03-01', 'pest_monitoring', null],
      ['2026-03-10', 'plant_protection', '800'],
      ['2026-04-05', 'other', '12000'],
      ['2026-05-18', 'harvest', '4.2'],
      ['2026-05-20', 'waste', '2.5'],
    ])
    expect(result.issues.map((issue) => [issue.cell, issue.column])).toEqual([
      ['C11', 'Ngày thực hiện'],
      ['J12', 'Lượng dùng'],
    ])
    expect(new Set(result.records.map(({ record }) => record.growingAreaCode))).toEqual(
      new Set(['VN-AGOR-0901']),
    )
  })

  it('warns of missing spray fields and of days that may have been turned round', () => {
    const result = success(readDiaryRecords(fixture('nhat-ky-xoai.xlsx')))
    expect(result.warnings.map((each) => [each.code, each.row])).toEqual([
      ['days_turned', 6],
      ['formula', 4],
      ['spray_field_missing', 8],
      ['spray_field_missing', 8],
    ])
  })

  const HEADING = ['MSVT', 'Ngày', 'Công việc', 'Tên thuốc', 'Hoạt chất', 'Lượng', 'ĐVT', 'PHI']
  const one = (...cells: CellInput[]) =>
    success(readDiaryRecords(book([HEADING, ['VN-AGOR-0001', '05/03/2026', ...cells]])))

  it.each([
    ['Phun thuốc trừ rầy', 'plant_protection'],
    ['phun xịt', 'plant_protection'],
    ['Bón phân đợt 2', 'fertiliser'],
    ['Thu hoạch đợt 1', 'harvest'],
    ['Cho cá ăn', 'feed'],
    ['Tiêm phòng', 'veterinary'],
    ['Thu gom vỏ thuốc', 'waste'],
    ['irrigation', 'irrigation'],
    ['Họp tổ', 'other'],
  ])('reads work “%s” as %s', (text, kind) => {
    expect(one(text, 'Thuốc Mẫu').records[0]?.record).toMatchObject({ kind, kindText: text })
  })

  it('takes unknown work that names an ingredient or an interval for a spray, and says so', () => {
    const result = one('Làm vườn', 'Thuốc Mẫu', null, null, null, '7 ngày')
    expect(result.records[0]?.record).toMatchObject({
      kind: 'plant_protection',
      preHarvestIntervalDays: 7,
    })
    expect(codesOf(result)).toContain('kind_read_as')
  })

  it('refuses a spray without a product, an interval that is no number of days, and a bare quantity', () => {
    expect(issuesOf(one('Phun thuốc')).map(([cell]) => cell)).toEqual(['D2'])
    expect(
      issuesOf(one('Phun thuốc', 'Thuốc Mẫu', null, null, null, 'một tuần')).map(([cell]) => cell),
    ).toEqual(['H2'])
    expect(issuesOf(one('Thu hoạch', null, null, 1200)).map(([, , , reason]) => reason)).toEqual([
      'Thiếu đơn vị tính (kg, tấn, thùng…).',
    ])
  })

  it('takes the area code of the whole diary when the table has none', () => {
    const workbook = book([
      ['Ngày', 'Công việc'],
      ['05/03/2026', 'Tưới nước'],
    ])
    const growingAreaCode = code('VN-AGOR-0001')
    expect(success(readDiaryRecords(workbook)).records).toEqual([])
    expect(
      success(readDiaryRecords(workbook, { defaults: { growingAreaCode } })).records,
    ).toHaveLength(1)
  })

  it('says what day a bare serial number was read as', () => {
    const workbook = book([HEADING, ['VN-AGOR-0001', 46_086, 'Tưới nước']])
    const result = success(readDiaryRecords(workbook))
    expect(result.records[0]?.record.occurredOn).toBe('2026-03-05')
    expect(codesOf(result)).toEqual(['date_from_serial'])
  })

  it.each([
    ['Hái chè', null, 'harvest'],
    ['hai che dot 2', null, 'harvest'],
    ['Hái', 'Chè Shan', 'harvest'],
    ['Vụ hái chè xuân', null, 'harvest'],
    ['Vụ hái 2', null, 'harvest'],
    ['Bẻ ngô', null, 'harvest'],
    ['Gặt lúa', null, 'harvest'],
    ['Cắt chuối', null, 'harvest'],
    ['Cắt', 'Chuối', 'harvest'],
    ['Cắt', 'Xoài', 'other'],
    ['Thu hái lứa 1', null, 'harvest'],
    ['Bóc vỏ quế', null, 'harvest'],
    ['Đốn chè', null, 'other'],
    ['Đốn mía', null, 'harvest'],
    ['Sâu hại chè', null, 'other'],
    ['Cắt lá chuối', null, 'other'],
  ])('reads “%s” on %s as %s', (text, crop, kind) => {
    const workbook = book([
      ['MSVT', 'Ngày', 'Công việc', 'Cây trồng'],
      ['VN-AGOR-0001', '05/03/2026', text, crop],
    ])
    expect(success(readDiaryRecords(workbook)).records[0]?.record.kind).toBe(kind)
  })

  it('never takes for a harvest what may be a spray', () => {
    const workbook = book([
      ['MSVT', 'Ngày', 'Công việc', 'Tên thuốc', 'Thời gian cách ly'],
      ['VN-AGOR-0001', '05/03/2026', 'Hái chè và phun thuốc', 'Thuốc Mẫu', 7],
      ['VN-AGOR-0001', '06/03/2026', 'Hái chè', 'Thuốc Mẫu', 7],
    ])
    const kinds = success(readDiaryRecords(workbook)).records.map(({ record }) => record.kind)
    expect(kinds).toEqual(['plant_protection', 'plant_protection'])
  })

  const doseOf = (heading: string[], cells: CellInput[]) => {
    const result = success(
      readDiaryRecords(
        book([
          ['MSVT', 'Ngày', 'Công việc', 'Tên thuốc', ...heading],
          ['VN-AGOR-0001', '05/03/2026', 'Phun thuốc', 'Thuốc Mẫu', ...cells],
        ]),
      ),
    )
    const { dose, quantity } = result.records[0]?.record ?? {}
    return [dose, quantity === undefined || quantity === null ? null : quantity.unit]
  }

  it.each([
    [['Liều lượng (lít/ha)'], ['0,5'], ['0,5 lít/ha', null]],
    [['Liều lượng lít/ha'], ['0,5'], ['0,5 lít/ha', null]],
    [['Liều dùng, ml/bình'], [20], ['20 ml/bình', null]],
    [
      ['Liều lượng', 'ĐVT'],
      ['0,5', 'lít/ha'],
      ['0,5 lít/ha', null],
    ],
    [
      ['Liều lượng', 'Lượng dùng', 'ĐVT'],
      ['0,5', 2, 'lít/ha'],
      ['0,5 lít/ha', 'lít/ha'],
    ],
    [
      ['Liều lượng', 'Lượng dùng', 'ĐVT'],
      ['0,5', 2, 'lít'],
      ['0,5', 'lít'],
    ],
    [
      ['Liều lượng', 'ĐVT', 'Lượng dùng', 'ĐVT'],
      [0.5, 'lít/ha', 2, 'lít'],
      ['0,5 lít/ha', 'lít'],
    ],
    [
      ['Lượng dùng', 'Liều lượng', 'ĐVT'],
      [2, '1:500', 'lít'],
      ['1:500', 'lít'],
    ],
    [
      ['Liều lượng', 'Đơn vị liều lượng'],
      ['0,5 - 1', 'lít/ha'],
      ['0,5 - 1 lít/ha', null],
    ],
    [['Liều lượng (lít/ha)'], ['0,5 kg/ha'], ['0,5 kg/ha', null]],
    [['Lượng dùng lít/ha'], ['0,5'], [null, 'lít/ha']],
  ])('keeps the unit of %j over %j', (heading, cells, read) => {
    expect(doseOf(heading, cells)).toEqual(read)
  })
})
