import { cellText } from '../../lib/sheet/cell-text.ts'
import { plainCell, type Workbook } from '../../lib/sheet/workbook.ts'
import { isCodeHeading } from '../lists/records/plain-codes.ts'

/** A text of a notice's list that stands for a code, as it was written, and the row it stands in. */
export type ListedCode = { readonly row: number; readonly listed: string }

/** A row of the list as it was handed in. */
type ListRow = { readonly row: number; readonly cells: readonly string[] }

/** Longer texts are no codes with their name beside them. */
export const LONGEST_LISTED = 200

/** What lists from abroad call their column of codes, folded. */
const FOREIGN_HEADINGS: ReadonlySet<string> = new Set([
  'code',
  'puc',
  'phc',
  'puc code',
  'phc code',
  'orchard code',
  'registration no',
  'registration no.',
  'registration number',
  'registered no.',
  '注册号',
  '注册编号',
  '果园注册号',
  '包装厂注册号',
])
const HEADING_ROWS = 30

/** The codes of a pasted list: one a line, several parted by commas or blanks, or a table. */
export function listedInText(text: string): ListedCode[] {
  const rows = text.split(/\r?\n/).map((line, i) => ({ row: i + 1, cells: line.split('\t') }))
  return listedInRows(rows)
}

/** The codes of the first sheet of a workbook. */
export function listedInWorkbook({ sheets }: Workbook): ListedCode[] {
  const [sheet] = sheets
  if (sheet === undefined) return []
  return listedInRows(
    sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => cellText(plainCell(cell))),
    })),
  )
}

/** Under a heading of codes that column alone; without one, of each row what looks most like a code. */
function listedInRows(rows: readonly ListRow[]): ListedCode[] {
  const heading = headingOf(rows)
  return rows.flatMap(({ row, cells }) => {
    if (heading !== null && row <= heading.row) return []
    const text = heading === null ? codeCell(cells) : (cells[heading.column] ?? '')
    return textsIn(text).map((listed) => ({ row, listed }))
  })
}

function headingOf(rows: readonly ListRow[]): { row: number; column: number } | null {
  for (const { row, cells } of rows.slice(0, HEADING_ROWS)) {
    const column = cells.findIndex(isHeading)
    if (column >= 0) return { row, column }
  }
  return null
}

function isHeading(cell: string): boolean {
  const text = cell.trim()
  return FOREIGN_HEADINGS.has(text.toLowerCase()) || isCodeHeading(text)
}

/** A running number stands before the code in many lists, a name behind it. */
function codeCell(cells: readonly string[]): string {
  return cells.find(looksLikeCode) ?? cells.find((cell) => cell.trim() !== '') ?? ''
}

function looksLikeCode(text: string): boolean {
  return /\d/.test(text) && /\p{L}/u.test(text)
}

/** The texts of one cell or line, none lost: parted where each part looks like a code by itself. */
function textsIn(text: string): string[] {
  return text.split(/[,;|]/).flatMap((part) => {
    const whole = part.replace(/^\s*\d{1,4}[.)]\s/, '').trim()
    if (whole === '') return []
    const pieces = whole.split(/\s+/)
    return pieces.length > 1 && pieces.every(isWholeCode) ? pieces : [whole]
  })
}

function isWholeCode(piece: string): boolean {
  return piece.length >= 5 && looksLikeCode(piece)
}
