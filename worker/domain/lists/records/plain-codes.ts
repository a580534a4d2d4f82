import { cellText } from '../../../lib/sheet/cell-text.ts'
import { plainCell, type Workbook } from '../../../lib/sheet/workbook.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import { DECISION_SPEC } from './decision-spec.ts'

/** A code of a list without a table, and the row it stands in. */
export type PlainCode = { readonly row: number; readonly code: string }

const HEADINGS = new Set(
  DECISION_SPEC.columns
    .filter(({ id }) => id === 'code')
    .flatMap(({ label, synonyms }) => [label, ...synonyms])
    .map(foldVietnamese),
)

/** True for what stands above a column of codes. */
export function isCodeHeading(text: string): boolean {
  return HEADINGS.has(foldVietnamese(text))
}

/** The codes of a pasted text: one a line, or several parted by commas or semicolons. */
export function pastedCodes(text: string): PlainCode[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    // A row of a table without heading begins with its code.
    const parts = line.includes('\t') ? line.split('\t').slice(0, 1) : line.split(/[,;]/)
    return codesOf(parts.map((code) => ({ row: i + 1, code: code.trim() })))
  })
}

/** The codes of a sheet of one column, which is too little for a table: the first text of each row. */
export function sheetCodes({ sheets }: Workbook): PlainCode[] {
  const [sheet] = sheets
  if (sheet === undefined) return []
  const rows = sheet.rows.map(({ row, cells }) => {
    const texts = cells.map((cell) => cellText(plainCell(cell)).trim())
    return { row, texts: texts.filter((text) => text !== '') }
  })
  if (rows.some(({ texts }) => texts.length > 1)) return []
  return codesOf(rows.map(({ row, texts }) => ({ row, code: texts[0] ?? '' })))
}

function codesOf(codes: readonly PlainCode[]): PlainCode[] {
  return codes.filter(({ code }) => code !== '' && !isCodeHeading(code))
}
