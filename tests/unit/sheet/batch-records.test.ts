import { describe, expect, it } from 'vitest'
import { readBatchRecords } from '../../support/at-once.ts'
import { book, codesOf, fixture, issuesOf, success } from '../../support/sheets/import-helpers.ts'
import type { CellInput } from '../../support/sheets/xlsx-builder.ts'

describe('batches', () => {
  it('reads several harvest days, codes and units, and markets default to the domestic one', () => {
    const { records } = success(readBatchRecords(fixture('lo-hang.xlsx')))
    expect(records[0]?.record).toEqual({
      lot: 'XM-2605-01',
      productName: 'Xoài cát minh hoạ',
      gtin: '08930000000019',
      producerName: 'HTX Xoài Minh Hoạ',
      harvestedOn: ['2026-05-18', '2026-05-19'],
      packedOn: '2026-05-20',
      expiresOn: '2026-06-03',
      quantity: { value: '4200', unit: 'kg', quantityKg: '4200' },
      markets: ['CHN'],
      growingAreaCodes: ['VN-AGOR-0901', 'VN-AGOR-0902'],
      packingHouseCode: 'VN-AGPH-091',
    })
    expect(records[1]?.record).toMatchObject({
      gtin: '08930000000019',
      markets: ['VNM'],
      quantity: { quantityKg: '1250' },
    })
    expect(records[2]?.record).toMatchObject({
      growingAreaCodes: [],
      quantity: { value: '120', unit: 'thùng', quantityKg: null },
    })
  })

  it('refuses a wrong check digit and dates out of order, with all reasons', () => {
    const result = success(readBatchRecords(fixture('lo-hang.xlsx')))
    expect(issuesOf(result).map(([cell]) => cell)).toEqual(['C4', 'E4', 'G4', 'J4'])
  })

  const HEADING = [
    'Mã lô',
    'Tên sản phẩm',
    'GTIN',
    'Nhà sản xuất',
    'Ngày thu hoạch',
    'Ngày đóng gói',
    'Số lượng (kg)',
  ]
  const reasons = (gtin: CellInput, harvested: CellInput) =>
    success(
      readBatchRecords(book([HEADING, ['L1', 'x', gtin, 'h', harvested, '20/05/2026', 5]])),
    ).issues.map((issue) => issue.reason)

  it.each([
    ['8930000000019', null, 0],
    ['200 0000 000 008', null, 1],
    ['89300000', null, 1],
    ['8.93E+12', null, 1],
    [null, '18/05/2026 và 19/05/2026', 0],
    [null, '18/05/2026\n19/05/2026', 0],
    [null, '18-19/05/2026', 1],
    [null, '18/05/2026 - 19/05/2026', 1],
    [null, '18, 19/05/2026', 1],
  ])('GTIN %s, harvest %s: %i reasons', (gtin, harvested, count) => {
    expect(reasons(gtin, harvested)).toHaveLength(count)
  })

  it('takes the unit from the heading, and warns of a lot given twice', () => {
    const row: CellInput[] = ['L1', 'x', null, 'h', null, '20/05/2026', '1.200']
    const result = success(readBatchRecords(book([HEADING, row, row])))
    expect(result.records[0]?.record.quantity).toEqual({
      value: '1200',
      unit: 'kg',
      quantityKg: '1200',
    })
    expect(codesOf(result)).toEqual(['repeated_lot'])
  })
})
