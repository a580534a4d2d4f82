import type { SheetLimits } from '../limits.ts'
import { SheetProblemError } from '../problem.ts'
import type { Sheet, SheetWarning, Workbook } from '../workbook.ts'
import type { ValueContext } from './cell-value.ts'
import { readFormatKinds } from './number-formats.ts'
import { openPackage, relatedPart, relationshipsOf } from './package-parts.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readWorkbookPart, type SheetEntry } from './workbook-part.ts'
import { readWorksheetPart, type WorksheetPart } from './worksheet-part.ts'

/** Reads the visible worksheets of an Office Open XML workbook. Throws {@link SheetProblemError}. */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits): Workbook {
  const pack = openPackage(bytes, limits)
  const mainPart = relatedPart(relationshipsOf(pack, ''), 'officeDocument')
  if (mainPart === null || !mainPart.toLowerCase().startsWith('xl/')) {
    throw new SheetProblemError('other_document', `main part ${mainPart}`)
  }
  const relations = relationshipsOf(pack, mainPart)
  const book = readWorkbookPart(pack, mainPart, relations)
  if (book.sheets.length > limits.maxSheets) {
    throw new SheetProblemError('too_many_sheets', String(book.sheets.length))
  }
  const context: ValueContext = {
    strings: readSharedStrings(pack, relatedPart(relations, 'sharedStrings')),
    formats: readFormatKinds(pack, relatedPart(relations, 'styles')),
    date1904: book.date1904,
  }
  const warnings: SheetWarning[] = []
  const sheets: Sheet[] = []
  const rowBudget = { left: limits.maxRows }
  for (const entry of book.sheets) {
    if (entry.hidden) {
      warnings.push(
        warn('hidden_sheet', entry, `Trang “${entry.name}” đang ẩn nên không được đọc.`),
      )
      continue
    }
    const part = readWorksheetPart(pack, entry.part, context, rowBudget)
    warnings.push(...warningsOf(entry, part))
    sheets.push({ name: entry.name, rows: part.rows, merges: part.merges, date1904: book.date1904 })
  }
  return { kind: 'xlsx', sheets, warnings }
}

function warningsOf(entry: SheetEntry, part: WorksheetPart): SheetWarning[] {
  const warnings: SheetWarning[] = []
  if (part.hiddenRows > 0) {
    const message = `Trang “${entry.name}” có ${part.hiddenRows} dòng đang ẩn (hoặc bị lọc); các dòng này vẫn được đọc.`
    warnings.push(warn('hidden_rows', entry, message))
  }
  if (part.cutColumns) {
    const message = `Trang “${entry.name}” có ô nằm quá xa về bên phải; các ô đó không được đọc.`
    warnings.push(warn('cut_columns', entry, message))
  }
  return warnings
}

function warn(code: string, entry: SheetEntry, message: string): SheetWarning {
  return { code, message, sheet: entry.name, row: null, column: null }
}
