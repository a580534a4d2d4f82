import type { Steps } from '../steps/steps.ts'
import { mendText, type TextFault, textFault } from '../text/sound-text.ts'
import {
  type Cell,
  columnLetters,
  type Sheet,
  type SheetWarning,
  type Workbook,
} from './workbook.ts'

/** More of them say nothing new. */
const MOST_WARNINGS = 50

/** The workbook with sound texts in its cells; each one that was mended is said with its place. */
export function* soundCells(workbook: Workbook): Steps<Workbook> {
  const warnings: SheetWarning[] = []
  const sheets: Sheet[] = []
  for (const sheet of workbook.sheets) sheets.push(yield* soundSheet(sheet, warnings))
  return { ...workbook, sheets, warnings: [...workbook.warnings, ...warnings] }
}

function* soundSheet(given: Sheet, warnings: SheetWarning[]): Steps<Sheet> {
  const name = mendText(given.name)
  const rows: SheetRow[] = []
  for (const row of given.rows) {
    yield
    // Nearly all rows stay as they are, and large lists are not copied.
    const isSound = row.cells.every((cell) => textFault(textIn(cell)) === null)
    rows.push(isSound ? row : soundRow(row, { sheet: name, warnings }))
  }
  return { ...given, name, rows }
}

type SheetRow = Sheet['rows'][number]

function soundRow(
  row: SheetRow,
  { sheet, warnings }: { readonly sheet: string; readonly warnings: SheetWarning[] },
): SheetRow {
  const cells = row.cells.map((cell, column) => {
    const fault = textFault(textIn(cell))
    if (fault === null) return cell
    if (warnings.length < MOST_WARNINGS) {
      warnings.push(warningOf({ sheet, row: row.row, column, fault }))
    }
    return mended(cell)
  })
  return { ...row, cells }
}

function textIn(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (typeof cell !== 'object' || cell === null) return ''
  if (cell.kind === 'formula') return textIn(cell.cached)
  return cell.kind === 'error' ? cell.text : ''
}

function mended(cell: Cell): Cell {
  if (typeof cell === 'string') return mendText(cell)
  if (typeof cell !== 'object' || cell === null) return cell
  if (cell.kind === 'formula') {
    const { cached } = cell
    return typeof cached === 'string' ? { ...cell, cached: mendText(cached) } : cell
  }
  return cell.kind === 'error' ? { ...cell, text: mendText(cell.text) } : cell
}

function warningOf(found: {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly fault: TextFault
}): SheetWarning {
  const { sheet, row, column, fault } = found
  const message = `Ô ${columnLetters(column)}${row}: ${WORDS[fault]}`
  return { code: 'text', message, sheet, row, column: null }
}

const WORDS: Readonly<Record<TextFault, string>> = {
  ill_formed: 'có ký tự bị hỏng (nửa ký hiệu), đã thay bằng “\ufffd”. Hãy xem lại ô này.',
  control: 'có ký tự điều khiển không nhìn thấy; đã bỏ.',
  direction: 'có ký tự đảo chiều chữ không nhìn thấy; đã bỏ. Hãy xem lại ô này.',
}
