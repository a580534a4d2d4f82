import { cellText, shownCell } from '../../../lib/sheet/cell-text.ts'
import type { Table } from '../../../lib/sheet/table/read-table.ts'
import type { SpreadRow } from '../../../lib/sheet/table/spread-merges.ts'
import type { TableSpec } from '../../../lib/sheet/table/table-spec.ts'
import { type PlainCell, plainCell, type SheetWarning } from '../../../lib/sheet/workbook.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { parseVietnameseDate } from '../../../lib/time/parse-vietnamese-date.ts'
import { codesWithin } from '../../codes/codes-within.ts'
import { type CodeIndex, findCode } from '../../codes/find-code.ts'
import { type Code, normaliseCode } from '../../codes/normalise-code.ts'
import { withHyphens } from '../../codes/with-hyphens.ts'
import type { RowIssue } from './import-result.ts'
import type { IssueKind } from './issue-kinds.ts'

/** One row being read: its cells by column id, and what was found wrong or noteworthy. */
export interface RowContext {
  readonly table: Table
  readonly spec: TableSpec
  readonly row: SpreadRow
  readonly issues: RowIssue[]
  readonly warnings: SheetWarning[]
  /** Columns already refused, so that one broken cell gives one reason. */
  readonly refused: Set<string>
}

/** Opens a row and refuses its cells that hold an error or a formula without a stored result. */
export function openRow(table: Table, spec: TableSpec, row: SpreadRow): RowContext {
  const context = { table, spec, row, issues: [], warnings: [], refused: new Set<string>() }
  for (const column of table.columns.values()) {
    const cell = row.cells[column.index]
    if (cell === null || typeof cell !== 'object') continue
    if (cell.kind === 'formula' && cell.cached === null) {
      refuse(
        context,
        column.id,
        'Công thức chưa có kết quả; hãy mở bằng Excel, lưu lại rồi nhập lại.',
      )
    }
    const plain = plainCell(cell)
    if (plain !== null && typeof plain === 'object' && plain.kind === 'error') {
      refuse(context, column.id, `Ô báo lỗi ${plain.text}; hãy sửa trong Excel.`)
    }
  }
  return context
}

/** Notes a reason to refuse the row. */
export function refuse(
  context: RowContext,
  id: string,
  reason: string,
  kind: IssueKind = 'unreadable',
): null {
  const column = context.table.columns.get(id)
  context.refused.add(id)
  context.issues.push({
    sheet: context.table.sheet,
    row: context.row.row,
    kind,
    subject: subjectOf(context),
    field: id,
    cell: column === undefined ? null : `${column.letters}${context.row.row}`,
    column: headingOf(context, id),
    value: column === undefined ? '' : shownCell(context.row.cells[column.index]),
    reason,
  })
  return null
}

/** Notes something to tell about a row that is kept. */
export function warn(context: RowContext, id: string, code: string, message: string): void {
  context.warnings.push({
    code,
    message: `Dòng ${context.row.row}: ${message}`,
    sheet: context.table.sheet,
    row: context.row.row,
    column: headingOf(context, id),
  })
}

/** The cell under a column; null when absent, blank or already refused. */
export function field(context: RowContext, id: string): PlainCell {
  const column = context.table.columns.get(id)
  if (column === undefined || context.refused.has(id)) return null
  const plain = plainCell(context.row.cells[column.index])
  return typeof plain === 'string' && plain.trim() === '' ? null : plain
}

/** Tidied text, or null when blank. A dash alone means nothing. */
export function textField(context: RowContext, id: string): string | null {
  const plain = field(context, id)
  if (plain === null) return null
  const text = cellText(plain)
  return /^[-–—./]*$/.test(text) ? null : text
}

/** Text that must be there; refuses the row otherwise. */
export function requiredText(context: RowContext, id: string): string | null {
  const text = textField(context, id)
  if (text !== null || context.refused.has(id)) return text
  return refuse(context, id, `Thiếu ${labelOf(context, id)}.`, 'missing')
}

/** A date, or null when blank; refuses the row when it cannot be read. */
export function dateField(context: RowContext, id: string): CalendarDate | null {
  const plain = field(context, id)
  if (plain === null || textField(context, id) === null) return null
  if (typeof plain === 'object' && plain.kind === 'date') return plain.on
  if (typeof plain !== 'string' && typeof plain !== 'number') {
    return refuse(context, id, 'Ô này không phải là ngày.')
  }
  const reading = parseVietnameseDate(plain, { date1904: context.table.date1904 })
  if (!reading.ok) return refuse(context, id, reading.reason)
  if (reading.from === 'serial') {
    warn(context, id, 'date_from_serial', `“${plain}” được đọc là ngày ${formatDate(reading.on)}.`)
  }
  return reading.on
}

/** A date that must be there. */
export function requiredDate(context: RowContext, id: string): CalendarDate | null {
  const date = dateField(context, id)
  if (date !== null || context.refused.has(id)) return date
  return refuse(context, id, `Thiếu ${labelOf(context, id)}.`, 'missing')
}

/** A code in canonical form, or the known code it stands for; refuses the row when unreadable. */
export function codeOf(
  context: RowContext,
  id: string,
  text: string,
  known: CodeIndex | undefined,
): Code | null {
  const several = codesWithin(text)
  if (several.length > 1) {
    const reason = `Ô này có ${several.length} mã: ${several.join(', ')}. Hãy ghi mỗi mã một dòng.`
    return refuse(context, id, reason, 'code_form')
  }
  if (known === undefined) {
    const reading = normaliseCode(text)
    return reading.ok
      ? hyphenatedCode(context, id, reading.code)
      : refuse(context, id, reading.reason, 'code_form')
  }
  const match = findCode(text, known)
  if (match.kind === 'ambiguous') return refuse(context, id, match.message, 'similar_code')
  if (match.kind === 'malformed') return refuse(context, id, match.reason, 'code_form')
  if (match.kind === 'read_as') warn(context, id, 'code_read_as', match.message)
  return match.kind === 'unknown' ? hyphenatedCode(context, id, match.code) : match.code
}

/** A code without its hyphens, as some programs keep it, with them; told of. */
function hyphenatedCode(context: RowContext, id: string, code: Code): Code {
  const spelled = withHyphens(code)
  if (spelled !== code) warn(context, id, 'code_read_as', `“${code}” được đọc là ${spelled}.`)
  return spelled
}

/** What the row is about, as its cell shows it. */
export function subjectOf({
  table,
  spec,
  row,
}: Pick<RowContext, 'table' | 'spec' | 'row'>): string {
  const column = table.columns.get(spec.keyColumn)
  return column === undefined ? '' : shownCell(row.cells[column.index])
}

function headingOf(context: RowContext, id: string): string {
  return context.table.columns.get(id)?.heading ?? labelOf(context, id)
}

function labelOf(context: RowContext, id: string): string {
  return context.spec.columns.find((column) => column.id === id)?.label ?? id
}
