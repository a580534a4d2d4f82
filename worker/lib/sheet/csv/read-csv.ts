import type { Steps } from '../../steps/steps.ts'
import { readEth } from '../../text/fold-vietnamese.ts'
import { normaliseText } from '../../text/normalise-text.ts'
import type { SheetLimits } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import {
  type Cell,
  columnLetters,
  type SheetRow,
  type SheetWarning,
  type Workbook,
} from '../workbook.ts'
import { csvText } from '../write/write-csv.ts'
import { type CsvRow, csvRows, MOST_FIELDS } from './csv-rows.ts'
import { type DecodedText, decodeText, UNREADABLE } from './decode-text.ts'
import { guessDelimiter } from './guess-delimiter.ts'

/** `sep=;` on the first line, a hint that Excel writes and honours. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i
/** What DOS programs put behind a text, and editors after it. */
const END_MARK = '\u001a'
/** Cells with bytes that stand for no character that are told of, each by itself. */
const MOST_BROKEN = 20

/**
 * Reads comma, semicolon or tab separated text as a workbook of one sheet. Row numbers are those a
 * spreadsheet would show: a quoted line break does not start a row. Throws {@link SheetProblemError}.
 */
export function* readCsv(
  bytes: Uint8Array,
  sheetName: string,
  limits: SheetLimits,
): Steps<Workbook> {
  const { text, encoding } = yield* decodeText(bytes)
  yield
  const end = endOf(text)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters betray binary data
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, Math.min(end, 65_536)))) {
    throw new SheetProblemError('not_a_sheet', 'control characters')
  }
  const hint = SEPARATOR_LINE.exec(text.slice(0, 8))
  const body = text.slice(hint?.[0].length ?? 0, end)
  const state: State = { limits, rows: [], row: hint === null ? 0 : 1, cells: 0, broken: [] }
  const most = { maxFields: limits.maxColumns, maxFieldLength: limits.maxCellLength }
  for (const row of csvRows({
    text: body,
    delimiter: hint?.[1] ?? guessDelimiter(body),
    ...most,
  })) {
    takeRow(state, row)
    yield
  }
  const sheet = { name: sheetName, rows: state.rows, merges: [], date1904: false }
  return {
    kind: 'csv',
    sheets: [sheet],
    warnings: [...encodingWarnings(encoding), ...state.broken],
  }
}

interface State {
  readonly limits: SheetLimits
  readonly rows: SheetRow[]
  row: number
  cells: number
  readonly broken: SheetWarning[]
}

function takeRow(state: State, { fields, fault }: CsvRow): void {
  const { limits, rows } = state
  state.row += 1
  const where = `Hãy xem dòng ${state.row}.`
  if (fault === 'open_quote') throw new SheetProblemError('open_quote', `row ${state.row}`, where)
  if (fault === 'too_long') {
    const bound = atMost(limits.maxCellLength, 'ký tự một ô')
    throw new SheetProblemError('cell_too_long', `row ${state.row}`, `${bound} ${where}`)
  }
  if (fault === 'too_wide') {
    const bound = atMost(MOST_FIELDS, 'ô một dòng')
    throw new SheetProblemError('too_many_cells', `row ${state.row}`, `${bound} ${where}`)
  }
  if (state.row > limits.maxLines) {
    throw new SheetProblemError(
      'too_many_rows',
      'csv lines',
      `${atMost(limits.maxLines, 'dòng')} Dòng trống cũng được tính.`,
    )
  }
  const cells = cellsOf(fields)
  if (cells.length === 0) return
  rows.push({ row: state.row, cells })
  state.cells += cells.length
  if (rows.length > limits.maxRows) {
    throw new SheetProblemError('too_many_rows', 'csv', atMost(limits.maxRows, 'dòng'))
  }
  if (state.cells > limits.maxCells) {
    throw new SheetProblemError('too_many_cells', 'csv', atMost(limits.maxCells, 'ô'))
  }
  noteBroken(state, cells)
}

/** Up to the last filled one; texts composed. */
function cellsOf(fields: readonly string[]): Cell[] {
  const cells = fields.map(
    (field): Cell => (field.trim() === '' ? null : csvText(normaliseText(readEth(field), 'NFC'))),
  )
  let width = cells.length
  while (width > 0 && cells[width - 1] === null) width -= 1
  cells.length = width
  return cells
}

function noteBroken(state: State, cells: readonly Cell[]): void {
  cells.forEach((cell, column) => {
    if (typeof cell !== 'string' || !cell.includes(UNREADABLE)) return
    if (state.broken.length >= MOST_BROKEN) return
    const message = `Ô ${columnLetters(column)}${state.row} có ký tự hỏng, không đọc được; hãy sửa trong tệp gốc.`
    const { row } = state
    state.broken.push({ code: 'unreadable_text', message, sheet: null, row, column: null })
  })
}

/** Where the text ends, without the end mark of DOS and blanks around it. */
function endOf(text: string): number {
  const mark = text.lastIndexOf(END_MARK)
  return mark >= 0 && text.length - mark < 1_024 && text.slice(mark + 1).trim() === ''
    ? mark
    : text.length
}

function encodingWarnings(encoding: DecodedText['encoding']): SheetWarning[] {
  if (encoding !== 'windows-1258') return []
  const message =
    'Tệp không dùng bảng mã UTF-8; đã đọc theo bảng mã tiếng Việt Windows-1258. Hãy xem lại dấu tiếng Việt.'
  return [{ code: 'encoding', message, sheet: null, row: null, column: null }]
}
