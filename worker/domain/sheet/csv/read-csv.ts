import Papa from 'papaparse'
import type { SheetLimits } from '../limits.ts'
import { SheetProblemError } from '../problem.ts'
import type { Cell, SheetRow, SheetWarning, Workbook } from '../workbook.ts'
import { csvText } from '../write/write-csv.ts'
import { decodeText } from './decode-text.ts'
import { guessDelimiter } from './guess-delimiter.ts'

/** `sep=;` on the first line, a hint that Excel writes and honours. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i

/**
 * Reads comma, semicolon or tab separated text as a workbook of one sheet. Row numbers are those a
 * spreadsheet would show: a quoted line break does not start a row. Throws {@link SheetProblemError}.
 */
export function readCsv(bytes: Uint8Array, sheetName: string, limits: SheetLimits): Workbook {
  const { text, encoding } = decodeText(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters betray binary data
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 65_536))) {
    throw new SheetProblemError('not_a_sheet', 'control characters')
  }
  const hint = SEPARATOR_LINE.exec(text)
  const body = hint === null ? text : text.slice(hint[0].length)
  const firstRow = hint === null ? 1 : 2
  const delimiter = hint?.[1] ?? guessDelimiter(body)
  const rows: SheetRow[] = []
  let index = 0
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data }) => {
      const cells = data
        .slice(0, limits.maxColumns)
        .map((field): Cell => (field.trim() === '' ? null : csvText(field)))
      if (cells.some((cell) => cell !== null)) rows.push({ row: firstRow + index, cells })
      if (rows.length > limits.maxRows) throw new SheetProblemError('too_many_rows', 'csv')
      index += 1
    },
  })
  const warnings: SheetWarning[] = []
  if (encoding === 'windows-1258') {
    const message =
      'Tệp không dùng bảng mã UTF-8; đã đọc theo bảng mã tiếng Việt Windows-1258. Hãy xem lại dấu tiếng Việt.'
    warnings.push({ code: 'encoding', message, sheet: null, row: null, column: null })
  }
  const sheet = { name: sheetName, rows, merges: [], date1904: false }
  return { kind: 'csv', sheets: [sheet], warnings }
}
