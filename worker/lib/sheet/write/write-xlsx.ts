import { strToU8, Zip, ZipDeflate } from 'fflate'
import { escapeXml } from '../../text/escape-markup.ts'
import { columnLetters } from '../workbook.ts'
import type { WrittenCell, WrittenColumn } from './sheet-cells.ts'

/** What a workbook is as a file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Rows with the heading of a workbook that one file may hold. */
export const XLSX_MAX_ROWS = 20_000

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same for every file, so that the same list gives the same bytes. */
const MADE_AT = new Date(1980, 0, 1)

const STYLE = { heading: 1, text: 2, day: 3 } as const

/** Values that may be chosen in the cells of a column (counted from 0). */
export type ColumnChoices = { readonly column: number; readonly values: readonly string[] }

/** The sheet that the choices stand on; it has no headings, so that nobody takes it for a list. */
const CHOICES_SHEET = 'Danh mục'

/** One sheet of a workbook that is written. */
export type WrittenSheet = {
  readonly sheetName: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: AsyncIterable<readonly (readonly WrittenCell[])[]>
}

/**
 * A workbook of one sheet, its heading frozen. Texts are text and never formulas, whatever they
 * begin with; codes keep their zeros. Chunks as they are deflated; the same rows give the same bytes.
 */
export function writeXlsx({
  choices = [],
  ...sheet
}: WrittenSheet & {
  /** What may be chosen in cells of some columns; other values may be typed all the same. */
  readonly choices?: readonly ColumnChoices[]
}): AsyncGenerator<Uint8Array> {
  return writeWorkbook({ sheets: [sheet], choices })
}

/** A workbook of several sheets, each as `writeXlsx` writes its one; choices are those of the first. */
export async function* writeWorkbook(input: {
  readonly sheets: readonly WrittenSheet[]
  readonly choices?: readonly ColumnChoices[]
}): AsyncGenerator<Uint8Array> {
  const { sheets, choices = [] } = input
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  const begin = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = MADE_AT
    zip.add(entry)
    return entry
  }
  const names = sheets.map(({ sheetName }) => sheetName)
  for (const [name, text] of smallParts(names, choices)) begin(name).push(strToU8(text), true)
  for (const [at, { columns, rows }] of sheets.entries()) {
    const sheet = begin(`xl/worksheets/sheet${at + 1}.xml`)
    sheet.push(strToU8(sheetStart(columns)))
    let row = 1
    for await (const part of rows) {
      const xml = part.map((cells) => rowXml(++row, cells.map(cellXml)))
      sheet.push(strToU8(xml.join('')))
      yield* ready.splice(0)
    }
    const end = at === 0 ? validationsXml(choices) : ''
    sheet.push(strToU8(`</sheetData>${end}</worksheet>`), true)
  }
  zip.end()
  yield* ready.splice(0)
}

function sheetStart(columns: readonly WrittenColumn[]): string {
  const cols = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const heading = columns.map(({ heading }) => stringXml(heading, STYLE.heading))
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${rowXml(1, heading)}`
}

/** `<c R S>inside` with the reference filled in by the row. */
type CellXml = (reference: string) => string

function rowXml(row: number, cells: readonly CellXml[]): string {
  const inside = cells.map((cell, column) => cell(`${columnLetters(column)}${row}`))
  return `<row r="${row}">${inside.join('')}</row>`
}

function cellXml(cell: WrittenCell): CellXml {
  if (cell === null || cell === '') return () => ''
  if (typeof cell === 'number') return (r) => `<c r="${r}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return stringXml(cell, STYLE.text)
  const serial = Date.parse(`${cell.on}T00:00:00Z`) / 86_400_000 + 25_569
  return (r) => `<c r="${r}" s="${STYLE.day}"><v>${serial}</v></c>`
}

function stringXml(text: string, style: number): CellXml {
  const inside = `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`
  return (r) => `<c r="${r}" s="${style}" t="inlineStr">${inside}</c>`
}

/** Cells below the heading are chosen from the column of the other sheet; a value beside is let through. */
function validationsXml(choices: readonly ColumnChoices[]): string {
  if (choices.length === 0) return ''
  const each = choices.map(({ column, values }, at) => {
    const letters = columnLetters(column)
    const list = columnLetters(at)
    return `<dataValidation type="list" allowBlank="1" sqref="${letters}2:${letters}${XLSX_MAX_ROWS}"><formula1>'${CHOICES_SHEET}'!$${list}$1:$${list}$${values.length}</formula1></dataValidation>`
  })
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

function choicesXml(choices: readonly ColumnChoices[]): string {
  const longest = Math.max(...choices.map(({ values }) => values.length))
  const rows = Array.from({ length: longest }, (_, at) =>
    rowXml(
      at + 1,
      choices.map(({ values }) => cellXml(values[at] ?? null)),
    ),
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

function smallParts(
  sheetNames: readonly string[],
  choices: readonly ColumnChoices[],
): readonly (readonly [string, string])[] {
  const names = choices.length === 0 ? sheetNames : [...sheetNames, CHOICES_SHEET]
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`
  // The second relation is that of the styles.
  const relationOf = (at: number) => (at === 0 ? 1 : at + 2)
  const overrides = names.map((_, at) => override(`worksheets/sheet${at + 1}.xml`, 'worksheet'))
  const listed = names.map(
    (name, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${relationOf(at)}"/>`,
  )
  const [first = '', ...others] = names.map((_, at) =>
    relation(relationOf(at), 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${overrides.join('')}${override('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(first + relation(2, 'styles', 'styles.xml') + others.join('')),
    ],
    ['xl/styles.xml', STYLES],
    ...(choices.length === 0
      ? []
      : [[`xl/worksheets/sheet${names.length}.xml`, choicesXml(choices)] as const]),
  ]
}

/** 0 plain, 1 heading, 2 text as typed, 3 a day as dd/mm/yyyy. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`
