import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { matchPlace } from '../../../worker/domain/lists/place/match-place.ts'
import { buildPlaceIndex } from '../../../worker/domain/lists/place/place-index.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { parseVietnameseDate } from '../../../worker/lib/time/parse-vietnamese-date.ts'
import { readCodeRecords, readWorkbook } from '../../support/at-once.ts'
import { buildXlsx, type CellInput } from '../../support/sheets/xlsx-builder.ts'

const HEADING = [
  'Mã số vùng trồng',
  'Tên vùng trồng',
  'Chủ sở hữu',
  'Xã',
  'Tỉnh',
  'Diện tích',
  'Thị trường',
  'Ngày cấp',
]
const row = (code: string, given: { holder?: string; area?: number } = {}): CellInput[] => [
  code,
  'Vùng',
  given.holder ?? 'HTX Mẫu',
  'Mỹ Hội Đông',
  'An Giang',
  given.area ?? 1,
  'CHN',
  '01/02/2024',
]

function readRows(rows: readonly CellInput[][]) {
  const reading = readWorkbook(buildXlsx({ sheets: [{ name: 'DS', rows: [HEADING, ...rows] }] }), {
    fileName: 'a.xlsx',
  })
  if (!reading.ok) throw new Error(reading.problem.message)
  const result = readCodeRecords(reading.workbook)
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

/** A workbook of one sheet, its parts as given. */
function book(sheet: string, strings?: string): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content)
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    '_rels/.rels': text(
      `<Relationships><Relationship Id="a" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(
      `<workbook xmlns:r="${rel}"><sheets><sheet name="A" r:id="s"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships><Relationship Id="s" Type="${rel}/worksheet" Target="worksheets/a.xml"/>${
        strings === undefined
          ? ''
          : `<Relationship Id="t" Type="${rel}/sharedStrings" Target="strings.xml"/>`
      }</Relationships>`,
    ),
    'xl/worksheets/a.xml': text(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...(strings === undefined ? {} : { 'xl/strings.xml': text(strings) }),
  })
}

describe('a workbook whose cells contradict themselves', () => {
  it.each([
    ['two values', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    [
      'two texts',
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c></row>',
    ],
    ['a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>'],
    ['an index that is no number', '<row r="1"><c r="A1" t="s"><v>0x0</v></c></row>'],
    ['an index below zero', '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'],
  ])('%s is damaged, and said to be', (_, sheet) => {
    const reading = readWorkbook(book(sheet, '<sst><si><t>a</t></si></sst>'), {
      fileName: 'a.xlsx',
    })
    expect(reading).toMatchObject({ ok: false, problem: { code: 'broken_xml' } })
  })

  it('reads an empty yes or no as an empty cell', () => {
    const sheet = '<row r="1"><c r="A1" t="b"><v/></c><c r="B1"><v>1</v></c></row>'
    const reading = readWorkbook(book(sheet), { fileName: 'a.xlsx' })
    expect(reading).toMatchObject({
      ok: true,
      workbook: { sheets: [{ rows: [{ cells: [null, 1] }] }] },
    })
  })

  it('tells of formats down to the last row, and reads the list in time', {
    timeout: 30_000,
  }, () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 2}"><c r="XFD${at + 2}" s="1"/></row>`,
    )
    const started = performance.now()
    const reading = readWorkbook(book(`<row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}`), {
      fileName: 'a.xlsx',
    })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(reading).toMatchObject({ ok: true, workbook: { warnings: [{ code: 'empty_formats' }] } })
  })
})

describe('texts lists', () => {
  const csv = (text: string) => readWorkbook(new TextEncoder().encode(text), { fileName: 'a.csv' })

  it('never lose rows between two quotes left open', () => {
    const text = 'a;b;c;d\n1;2;3;"x\n5;6;7;8\n9;10;11;y"\n13;14;15;16\n'
    expect(csv(text)).toMatchObject({ ok: false, problem: { code: 'open_quote' } })
  })

  it('read an address over two lines as before', () => {
    const reading = csv('a;b;c;d\n1;"Ấp 1\nXã A; B";3;4\n')
    expect(reading).toMatchObject({ ok: true, workbook: { sheets: [{ rows: [{}, { row: 2 }] }] } })
  })

  it.each(['<!-- x --><html>', '<div>Đăng nhập</div>', '<script>location="/login"</script>'])(
    '%s is said to be a web page',
    (text) => expect(csv(text)).toMatchObject({ problem: { code: 'web_page' } }),
  )
})

describe('what nobody sees', () => {
  it('is an instant of Viet Nam, however its offset is written', () => {
    for (const text of [
      '2024-02-03T17:00:00Z',
      '2024-02-03T17:00:00+00:00',
      '2024-02-04T00:00:00+07:00',
      '2024-02-03 17:00:00 UTC',
    ]) {
      expect([text, parseVietnameseDate(text)]).toMatchObject([text, { on: '2024-02-04' }])
    }
  })

  it('is dropped from dates, numbers and names, and look-alikes of Đ are Đ', () => {
    expect(parseVietnameseDate('03/02/2024\u00ad')).toMatchObject({ on: '2024-02-03' })
    expect(parseVietnameseDate('\u180e\u206003/02/2024\u{e0020}')).toMatchObject({
      on: '2024-02-03',
    })
    expect(foldVietnamese('\u0189ức Tr\u00adọng')).toBe('duc trong')
    expect(foldVietnamese('\u00d0ức Trọng')).toBe('duc trong')
  })
})

describe('rows of a list that are no records', () => {
  it('are subtotals, whatever they are of, and are added to nothing', () => {
    const rows = [
      row('VN-AGOR-0001', { area: 1 }),
      ['', 'Cộng Huyện Chợ Mới', '', '', '', 1],
      row('VN-AGOR-0002', { area: 2 }),
      ['', 'Cộng xã Mỹ Hội Đông', '', '', '', 2],
      ['Tổng cộng', '', '', '', '', 3],
    ]
    const result = readRows(rows)
    expect(result).toMatchObject({ rowCount: 2, issues: [], totals: [] })
    expect(readRows([...rows.slice(0, 4), ['Tổng cộng', '', '', '', '', 6]]).totals).toHaveLength(1)
  })

  it('are signatures, which end the list', () => {
    const result = readRows([
      row('VN-AGOR-0001'),
      ['', '', '', '', 'An Giang, ngày 05 tháng 3 năm 2026'],
      ['', 'Người lập biểu', '', '', '', 'Thủ trưởng đơn vị'],
      ['', '(Ký, ghi rõ họ tên)', '', '', '', '(Ký tên, đóng dấu)'],
      ['', 'Nguyễn Văn Mẫu', '', '', '', 'Trần Thị Mẫu'],
    ])
    expect(result).toMatchObject({ rowCount: 1, issues: [] })
    expect(result.records).toHaveLength(1)
  })

  it('are records still where they have a code, even below signatures', () => {
    const result = readRows([row('VN-AGOR-0001'), ['', 'Người lập biểu'], row('VN-AGOR-0002')])
    expect(result.records).toHaveLength(2)
  })
})

describe('codes as people keep them', () => {
  it('without hyphens are read with them, and told of', () => {
    const result = readRows([row('VNAGOR0005')])
    expect(result.records[0]?.record).toMatchObject({ code: 'VN-AGOR-0005', kind: 'growing_area' })
    expect(result.warnings).toMatchObject([{ code: 'code_read_as' }])
  })

  it.each([
    'VN-AGOR-0001, VN-AGOR-0002',
    'VN-AGOR-0001\nVN-AGOR-0002',
    'VN-AGOR-0001/VN-AGOR-0002',
    'VNAGOR0001 VNAGOR0002',
  ])('two in a cell are named: %s', (code) => {
    const [issue] = readRows([row(code)]).issues
    expect(issue).toMatchObject({ cell: 'A2' })
    expect(issue?.reason).toContain('VN-AGOR-0001, VN-AGOR-0002')
  })

  it('with dashes or blanks inside are one code', () => {
    expect(readRows([row('VN AGOR 0001')]).records[0]?.record.code).toBe('VN-AGOR-0001')
  })
})

it('holders that may be one are asked about, once, and neither is changed', () => {
  const result = readRows([
    row('VN-AGOR-0001', { holder: 'HTX nông nghiệp Minh Họa' }),
    row('VN-AGOR-0002', { holder: 'HTX NN Minh Họa' }),
    row('VN-AGOR-0003', { holder: 'HTX NN Minh Họa' }),
  ])
  expect(result.warnings).toMatchObject([{ code: 'similar_holder', row: 3 }])
  expect(result.records.map(({ record }) => record.holderName)).toContain('HTX NN Minh Họa')
})

it('a row that is refused for one thing is told of its place in the same preview', () => {
  const rows = [
    HEADING,
    ['VN-AGOR-0001', 'Vùng', 'HTX', 'Không Có', 'An Giang', 'x', 'CHN', '01/02/2024'],
  ]
  const reading = readWorkbook(buildXlsx({ sheets: [{ name: 'DS', rows }] }), {
    fileName: 'a.xlsx',
  })
  if (!reading.ok) throw new Error(reading.problem.message)
  const placeProblem = () => ({ column: 'commune', reason: 'Không tìm thấy.' })
  const result = readCodeRecords(reading.workbook, { placeProblem })
  expect(result).toMatchObject({
    issues: [{ cell: 'F2' }, { cell: 'D2', reason: 'Không tìm thấy.' }],
  })
})

it('places are found with y for i, tones where others put them, and Ð', () => {
  const unit = (code: string, name: string) => ({
    ...({ code, name, level: 'commune', parentCode: '48' } as const),
    ...{ validFrom: null, validTo: null },
  })
  const province = {
    ...unit('48', 'Thành phố Đà Nẵng'),
    level: 'province',
    parentCode: null,
  } as const
  const index = buildPlaceIndex(
    [province, unit('20285', 'Phường Hòa Quý'), unit('20305', 'Phường Đức Mỹ')],
    [],
  )
  const find = (commune: string) => matchPlace({ province: '\u00d0à Nẵng', commune }, index)
  for (const commune of ['hòa quí', 'Hoà Quý', 'phường hoà quí', 'hoa quy']) {
    expect([commune, find(commune)]).toMatchObject([commune, { communeCode: '20285' }])
  }
  expect(find('\u00d0ức Mĩ')).toMatchObject({ communeCode: '20305' })
})
