import { strToU8, type Zippable, zipSync } from 'fflate'

/** What a test puts in a cell. `raw` is the inside of a `c` element with its attributes. */
export type CellInput =
  | null
  | string
  | number
  | boolean
  | { readonly date: string }
  | { readonly serial: number }
  | { readonly formula: string; readonly cached?: string | number }
  | { readonly error: string }
  | { readonly inline: string }
  | { readonly runs: readonly string[] }

export interface SheetInput {
  readonly name: string
  readonly rows: readonly (readonly CellInput[])[]
  readonly merges?: readonly string[]
  readonly hidden?: boolean
}

export interface BookInput {
  readonly sheets: readonly SheetInput[]
  readonly date1904?: boolean
  /** More parts, or replacements, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** Fixed, so that the same input gives the same bytes. */
const MADE_AT = new Date(2026, 0, 1)

/** Bytes of a small workbook as spreadsheet programs write it. */
export function buildXlsx(book: BookInput): Uint8Array {
  return zipSync(toZippable(partsOf(book)), { mtime: MADE_AT, level: 6 })
}

/** The parts of {@link buildXlsx}, for tests that break one. */
export function partsOf(book: BookInput): Record<string, string | Uint8Array> {
  const strings = new Map<string, number>()
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, strings))
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index): [string, string] => [
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
  sheets.forEach((xml, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml
  })
  parts['xl/sharedStrings.xml'] =
    `${HEAD}<sst xmlns="${MAIN}">${[...strings.keys()].join('')}</sst>`
  return { ...parts, ...book.parts }
}

/** Zips parts as they are. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(toZippable(parts), { mtime: MADE_AT, level: 6 })
}

function toZippable(parts: Readonly<Record<string, string | Uint8Array>>): Zippable {
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  )
}

function sheetXml(sheet: SheetInput, strings: Map<string, number>): string {
  const rows = sheet.rows.map((cells, index) => {
    const inside = cells.map((cell, column) =>
      cellXml(cell, `${letters(column)}${index + 1}`, strings),
    )
    return inside.every((xml) => xml === '') ? '' : `<row r="${index + 1}">${inside.join('')}</row>`
  })
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const mergeXml = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${mergeXml}</worksheet>`
}

function cellXml(cell: CellInput, ref: string, strings: Map<string, number>): string {
  if (cell === null) return ''
  if (typeof cell === 'string')
    return shared(`<si><t xml:space="preserve">${escapeXml(cell)}</t></si>`, ref, strings)
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('date' in cell) return `<c r="${ref}" s="1"><v>${serialOf(cell.date)}</v></c>`
  if ('serial' in cell) return `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`
  if ('inline' in cell)
    return `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`
  if ('runs' in cell) {
    const runs = cell.runs.map(
      (run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escapeXml(run)}</t></r>`,
    )
    return shared(`<si>${runs.join('')}</si>`, ref, strings)
  }
  const formula = `<f>${escapeXml(cell.formula)}</f>`
  if (cell.cached === undefined) return `<c r="${ref}">${formula}</c>`
  return typeof cell.cached === 'number'
    ? `<c r="${ref}">${formula}<v>${cell.cached}</v></c>`
    : `<c r="${ref}" t="str">${formula}<v>${escapeXml(cell.cached)}</v></c>`
}

function shared(item: string, ref: string, strings: Map<string, number>): string {
  const index = strings.get(item) ?? strings.size
  strings.set(item, index)
  return `<c r="${ref}" t="s"><v>${index}</v></c>`
}

function workbookXml(book: BookInput): string {
  const sheets = book.sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const pr = book.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${pr}<sheets>${sheets.join('')}</sheets></workbook>`
}

function relationships(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELS}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function contentTypes(sheetCount: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`
}

function letters(column: number): string {
  const high = Math.floor(column / 26)
  return (high > 0 ? String.fromCharCode(64 + high) : '') + String.fromCharCode(65 + (column % 26))
}

function serialOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
