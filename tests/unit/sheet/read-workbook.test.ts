import { describe, expect, it } from 'vitest'
import { formatKind } from '../../../worker/lib/sheet/xlsx/number-formats.ts'
import { cells, one, open, SMALL } from '../../support/sheets/open-book.ts'
import { buildXlsx, partsOf, zipParts } from '../../support/sheets/xlsx-builder.ts'

describe('cells of a workbook', () => {
  it('reads shared strings, rich text runs, inline strings, numbers and booleans', () => {
    expect(
      cells('Xoài & <b>', { runs: ['Mã số ', 'vùng trồng'] }, { inline: 'Chợ Mới' }, 2.5, true),
    ).toEqual(['Xoài & <b>', 'Mã số vùng trồng', 'Chợ Mới', 2.5, true])
  })

  it('composes decomposed text', () => {
    expect(cells('Mỹ Hội Đông'.normalize('NFD'))).toEqual(['Mỹ Hội Đông'])
  })

  it('reads dates by number format, with their time', () => {
    expect(cells({ date: '2026-03-05' }, { serial: 46_086.5 }, { serial: 60 })).toEqual([
      { kind: 'date', on: '2026-03-05', time: null },
      { kind: 'date', on: '2026-03-05', time: '12:00' },
      60,
    ])
  })

  it('counts days from 1904 where the workbook says so', () => {
    const book = open(buildXlsx({ ...one([[{ serial: 44_624 }]]), date1904: true }))
    expect(book.sheets[0]?.rows[0]?.cells[0]).toMatchObject({ on: '2026-03-05' })
    expect(book.sheets[0]?.date1904).toBe(true)
  })

  it('tells stored results of formulas from missing ones', () => {
    expect(
      cells({ formula: '1+1', cached: 2 }, { formula: 'A1', cached: '' }, { formula: 'X9' }),
    ).toEqual([
      { kind: 'formula', cached: 2 },
      { kind: 'formula', cached: '' },
      { kind: 'formula', cached: null },
    ])
  })

  it('keeps error values as errors', () => {
    expect(cells({ error: '#REF!' })).toEqual([{ kind: 'error', text: '#REF!' }])
  })

  it('numbers rows as the spreadsheet does and drops empty ones', () => {
    const book = open(buildXlsx(one([['a'], [], [null], ['d']])))
    expect(book.sheets[0]?.rows.map((row) => row.row)).toEqual([1, 4])
  })

  it('passes over hidden sheets and says so', () => {
    const sheets = [...SMALL.sheets, { name: 'Nháp', hidden: true, rows: [['x']] }]
    const book = open(buildXlsx({ sheets }))
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Trang 1'])
    expect(book.warnings.map((warning) => warning.code)).toEqual(['hidden_sheet'])
  })

  it('reads parts whose elements carry a namespace prefix', () => {
    const parts = partsOf(SMALL)
    const sheet = String(parts['xl/worksheets/sheet1.xml'])
      .replace(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=')
    const book = open(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))
    expect(book.sheets[0]?.rows[1]?.cells).toEqual(['VN-AGOR-0001', 2.5])
  })

  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-42A]d mmmm yyyy;@', 'date'],
    ['yyyy\\-mm\\-dd hh:mm', 'date'],
    ['"ngày" dd "tháng" mm', 'date'],
    ['mmm-yy', 'date'],
    ['[h]:mm', 'time'],
    ['hh:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['#,##0.00', 'number'],
    ['0.0 "đ"', 'number'],
    ['General', 'number'],
    ['@', 'number'],
    ['[Red]0%', 'number'],
  ])('takes format %s for a %s', (code, kind) => expect(formatKind(code)).toBe(kind))
})
