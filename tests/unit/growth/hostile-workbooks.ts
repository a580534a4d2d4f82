import { zipSync } from 'fflate'
import { UPLOAD_LIMITS } from '../../../worker/verbs/imports/portal-limits.ts'
import { readCodeRecords, readWorkbook } from '../../support/at-once.ts'
import { partsOf } from '../../support/sheets/xlsx-builder.ts'
import { repeated, varied } from './hostile-bytes.ts'
import type { HostileFile } from './measure-file.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

type Part = {
  readonly part: string
  readonly before: string
  readonly unit: string
  readonly after: string
}

function rows(unit: string): Part {
  return {
    part: SHEET,
    before: '<worksheet><sheetData>',
    unit,
    after: '</sheetData></worksheet>',
  }
}

function cells(unit: string): Part {
  return rows(`<row>${unit.repeat(20)}</row>`)
}

const PARTS: Record<string, Part> = {
  'empty rows': rows('<row/>'),
  'rows of one number': rows('<row><c><v>#####</v></c></row>'),
  'rows of empty cells': cells('<c/>'),
  'rows of numbers': cells('<c><v>###.#</v></c>'),
  'rows of dates': cells('<c s="1"><v>45###.#</v></c>'),
  'rows of formulas': cells('<c><f>A1</f><v>#</v></c>'),
  'rows of errors': cells('<c t="e"><v>\u0023###</v></c>'),
  'rows of texts': cells('<c t="inlineStr"><is><t>########</t></is></c>'),
  'a cell far to the right in each row': rows('<row><c r="IV1"><v>#</v></c></row>'),
  'one endless cell': { ...rows('a#'), before: '<worksheet><sheetData><row><c t="str"><v>' },
  'one endless cell in pieces': {
    ...rows('<t>a####</t>'),
    before: '<worksheet><sheetData><row><c t="inlineStr"><is>',
  },
  'merges over each other': {
    part: SHEET,
    before: '<worksheet><sheetData/><mergeCells>',
    unit: '<mergeCell ref="A1:IV10####"/>',
    after: '</mergeCells></worksheet>',
  },
  'tags in tags': { part: SHEET, before: '', unit: '<a>', after: '' },
  attributes: { part: SHEET, before: '<worksheet', unit: ' a####="1"', after: '/>' },
  'one endless attribute': { part: SHEET, before: '<worksheet a="', unit: '####', after: '"/>' },
  'one endless comment': { part: SHEET, before: '<worksheet><!--', unit: '####', after: '' },
  'signs of a tag': { part: SHEET, before: '', unit: '<', after: '' },
  'half entities': { part: SHEET, before: '<worksheet>', unit: '&', after: '' },
  'shared strings': {
    part: STRINGS,
    before: '<sst>',
    unit: '<si><t>####</t></si>',
    after: '</sst>',
  },
  'empty shared strings': { part: STRINGS, before: '<sst>', unit: '<si/>', after: '</sst>' },
  'one endless shared string': {
    part: STRINGS,
    before: '<sst><si><t>',
    unit: '####',
    after: '</t></si></sst>',
  },
  'marks in shared strings': {
    part: STRINGS,
    before: '<sst>',
    unit: `<si><t>e${'\u0301\u0323'.repeat(10_000)}</t></si>`,
    after: '</sst>',
  },
  'escapes in shared strings': {
    part: STRINGS,
    before: '<sst>',
    unit: `<si><t>${'_x00####_'.repeat(3_000)}</t></si>`,
    after: '</sst>',
  },
  styles: {
    part: STYLES,
    before: '<styleSheet><cellXfs>',
    unit: '<xf numFmtId="#"/>',
    after: '</cellXfs></styleSheet>',
  },
  'number formats': {
    part: STYLES,
    before: '<styleSheet><numFmts>',
    unit: '<numFmt numFmtId="####" formatCode="[#[#"/>',
    after: '</numFmts></styleSheet>',
  },
  'one endless number format': {
    part: STYLES,
    before: '<styleSheet><numFmts><numFmt numFmtId="1" formatCode="',
    unit: '[#',
    after: '"/></numFmts></styleSheet>',
  },
  sheets: {
    part: WORKBOOK,
    before: '<workbook><sheets>',
    unit: '<sheet name="#" r:id="rId1"/>',
    after: '</sheets></workbook>',
  },
  relationships: {
    part: RELATIONS,
    before: '<Relationships>',
    unit: '<Relationship Id="r###" Type="a/worksheet" Target="a"/>',
    after: '</Relationships>',
  },
}

/** Inflated; deflated it is well below what may be sent. */
const MOST = 3 * 1024 * 1024
/** Where it is memory that counts: enough to pass the bound on rows, cells or text. */
const MOST_OF_MANY = 18 * 1024 * 1024
const MANY: ReadonlySet<string> = new Set([
  'rows of dates',
  'rows of formulas',
  'rows of texts',
  'a cell far to the right in each row',
  'shared strings',
  'empty shared strings',
])
const BOOK = partsOf({ sheets: [{ name: 'a', rows: [['a', 'b']] }] })

function packed(name: string, content: Uint8Array, level: 0 | 1 = 1): Uint8Array {
  const encoder = new TextEncoder()
  const parts = Object.entries(BOOK).map(([part, text]): [string, Uint8Array] => [
    part,
    typeof text === 'string' ? encoder.encode(text) : text,
  ])
  return zipSync(Object.fromEntries([...parts, [name, content]]), { level })
}

/** Workbooks made to exhaust who reads them, each in one part. */
export const HOSTILE_WORKBOOKS: readonly HostileFile[] = [
  ...Object.entries(PARTS).map(
    ([name, { part, before, unit, after }]): HostileFile => ({
      name,
      most: MANY.has(name) ? MOST_OF_MANY : MOST,
      bytes: (length) => packed(part, varied(unit, length, { before, after })),
      read,
    }),
  ),
  {
    name: 'a part that is stored as it is',
    most: 6 * 1024 * 1024,
    bytes: (length) => packed(SHEET, repeated('<row/>', length, { before: '<worksheet>' }), 0),
    read,
  },
  {
    name: 'a part of nothing but blanks',
    most: 40 * 1024 * 1024,
    bytes: (length) => packed(SHEET, new Uint8Array(length).fill(32)),
    read,
  },
]

function read(given: Uint8Array): string {
  const reading = readWorkbook(given, { fileName: 'a.xlsx', limits: UPLOAD_LIMITS })
  if (!reading.ok) return reading.problem.code
  const records = readCodeRecords(reading.workbook)
  return records.ok ? 'ok' : records.problem.code
}
