import type { Steps } from '../../steps/steps.ts'
import type { SheetLimits } from '../limits.ts'
import { SheetProblemError } from '../problem.ts'
import type { Sheet, SheetWarning, Workbook } from '../workbook.ts'
import type { ValueContext } from './cell-value.ts'
import { readFormatKinds } from './number-formats.ts'
import { openPackage, type Package, relatedPart, relationshipsOf } from './package-parts.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readWorkbookPart, type SheetEntry } from './workbook-part.ts'
import { EMPTY_HINT, readWorksheetPart, type WorksheetPart } from './worksheet-part.ts'

/** Nearly always `xl/workbook.xml`; a few programs leave the folder out. */
const WORKBOOK_PART = /^(?:xl\/|(?:[a-z0-9_-]{1,20}\/)?workbook\d{0,3}\.xml$)/

/** Reads the visible worksheets of an Office Open XML workbook. Throws {@link SheetProblemError}. */
export function* readXlsx(bytes: Uint8Array, limits: SheetLimits): Steps<Workbook> {
  const pack = openPackage(bytes, limits)
  const mainPart = relatedPart(yield* relationshipsOf(pack, ''), 'officeDocument')
  if (mainPart === null || !WORKBOOK_PART.test(mainPart.toLowerCase())) {
    throw new SheetProblemError('other_document', `main part ${mainPart}`)
  }
  const relations = yield* relationshipsOf(pack, mainPart)
  const book = yield* readWorkbookPart(pack, mainPart, relations)
  const budget = { rows: limits.maxRows, cells: limits.maxCells, text: { length: 0 } }
  const context: ValueContext = {
    strings: yield* readSharedStrings(pack, relatedPart(relations, 'sharedStrings'), budget.text),
    formats: yield* readFormatKinds(pack, existing(pack, relatedPart(relations, 'styles'))),
    date1904: book.date1904,
  }
  const warnings: SheetWarning[] = []
  const sheets: Sheet[] = []
  for (const entry of book.sheets) {
    if (entry.hidden) {
      warnings.push(
        warn('hidden_sheet', entry, `Trang “${entry.name}” đang ẩn nên không được đọc.`),
      )
      continue
    }
    const part = yield* readWorksheetPart(pack, entry.part, context, budget)
    warnings.push(...warningsOf(entry, part))
    sheets.push({ name: entry.name, rows: part.rows, merges: part.merges, date1904: book.date1904 })
  }
  if (sheets.length === 0 && warnings.some(({ code }) => code === 'hidden_sheet')) {
    throw new SheetProblemError('only_hidden', 'all sheets hidden')
  }
  return { kind: 'xlsx', sheets, warnings }
}

/** Some programs name styles that they did not write; numbers are numbers then. */
function existing(pack: Package, part: string | null): string | null {
  return part !== null && pack.entries.has(part.toLowerCase()) ? part : null
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
  if (part.emptyCells > 0) warnings.push(warn('empty_formats', entry, EMPTY_HINT))
  return warnings
}

function warn(code: string, entry: SheetEntry, message: string): SheetWarning {
  return { code, message, sheet: entry.name, row: null, column: null }
}
