import { describe, expect, it } from 'vitest'
import { readCodeRecords, readWorkbook } from '../../support/at-once.ts'
import { buildXlsx, type CellInput } from '../../support/sheets/xlsx-builder.ts'

const ROWS = 100_000

describe('a list of 100,000 codes', () => {
  it('is read whole', { timeout: 60_000 }, () => {
    const rows: CellInput[][] = [
      [
        'Mã số',
        'Tên vùng trồng',
        'Chủ sở hữu',
        'Xã',
        'Tỉnh',
        'Diện tích',
        'Thị trường',
        'Ngày cấp',
      ],
    ]
    for (let n = 1; n <= ROWS; n += 1) {
      const code = `91-PUC-XOAI01-${String(n).padStart(6, '0')}-CHN`
      rows.push([
        code,
        'Vùng mẫu',
        'HTX mẫu',
        'Mỹ Hội Đông',
        'An Giang',
        n / 100,
        'TQ',
        { date: '2026-03-05' },
      ])
    }
    const reading = readWorkbook(buildXlsx({ sheets: [{ name: 'MSVT', rows }] }), {
      fileName: 'a.xlsx',
    })
    if (!reading.ok) throw new Error(reading.problem.message)
    const result = readCodeRecords(reading.workbook)
    if (!result.ok) throw new Error(result.problem.message)
    expect(result.records).toHaveLength(ROWS)
    expect(result.records.at(-1)).toMatchObject({ row: ROWS + 1, record: { plantedAreaHa: 1000 } })
    expect(result.issues).toEqual([])
  })
})
