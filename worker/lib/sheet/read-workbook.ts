import type { Steps } from '../steps/steps.ts'
import { readCsv } from './csv/read-csv.ts'
import { SHEET_LIMITS, type SheetLimits } from './limits.ts'
import type { SheetMend } from './mend/cell-mend.ts'
import { mendWorkbook } from './mend/mend-workbook.ts'
import { convertOldText, findOldText, oldTextSentence } from './old-text-cells.ts'
import { atMost, type SheetProblem, SheetProblemError } from './problem.ts'
import { sniffContent } from './sniff-content.ts'
import { soundCells } from './sound-cells.ts'
import type { SheetWarning, Workbook } from './workbook.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export type WorkbookReading =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly problem: SheetProblem }

export interface ReadWorkbookOptions {
  /** Used to name the sheet of a CSV file and to warn when name and content disagree. */
  readonly fileName: string
  readonly limits?: SheetLimits
  /** Texts in an old encoding are turned into Unicode: somebody has seen how they would read. */
  readonly convertText?: boolean
  /** What somebody wrote in place of what cells say. */
  readonly mends?: readonly SheetMend[]
}

const EXTENSIONS = { xlsx: ['xlsx'], csv: ['csv', 'txt', 'tsv'] } as const

/**
 * Reads an .xlsx or CSV file from its bytes. The content decides what the file is, never its name.
 * Anything else (old Excel, macros, passwords, PDF, pictures, damaged or hostile files) comes back
 * as a problem with a sentence for the person.
 */
export function* readWorkbookInSteps(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Steps<WorkbookReading> {
  const limits = options.limits ?? SHEET_LIMITS
  try {
    const raw = yield* readByContent(bytes, options.fileName, limits)
    // Before texts are mended, for half of what was doubly encoded looks like control characters.
    const sound = yield* soundCells(yield* inUnicode(raw, options.convertText ?? false))
    const workbook = mendWorkbook(sound, options.mends ?? [])
    if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) {
      const isHidden = workbook.warnings.some(({ code }) => code === 'hidden_sheet')
      throw new SheetProblemError(isHidden ? 'only_hidden' : 'empty_file', 'no rows')
    }
    const mismatch = extensionWarning(workbook.kind, options.fileName)
    if (mismatch === null) return { ok: true, workbook }
    return { ok: true, workbook: { ...workbook, warnings: [mismatch, ...workbook.warnings] } }
  } catch (error) {
    if (error instanceof SheetProblemError) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Warns of texts in an old encoding; converts them where that was confirmed. */
function* inUnicode(workbook: Workbook, isConfirmed: boolean): Steps<Workbook> {
  const found = yield* findOldText(workbook)
  if (found === null) return workbook
  const message = oldTextSentence(found, isConfirmed)
  const warning = { code: 'old_text', message, sheet: null, row: null, column: null }
  const read = isConfirmed ? (yield* convertOldText(workbook, found.kind)).workbook : workbook
  return { ...read, oldText: found, warnings: [warning, ...workbook.warnings] }
}

function* readByContent(bytes: Uint8Array, fileName: string, limits: SheetLimits): Steps<Workbook> {
  if (bytes.length > limits.maxFileBytes) {
    throw new SheetProblemError(
      'file_too_large',
      `${bytes.length} bytes`,
      atMost(Math.floor(limits.maxFileBytes / 2 ** 20), 'MB'),
    )
  }
  const kind = sniffContent(bytes)
  if (kind === 'zip') return yield* readXlsx(bytes, limits)
  if (kind === 'text') return yield* readCsv(bytes, baseName(fileName), limits)
  throw new SheetProblemError(kind, `sniffed ${kind}`)
}

function extensionWarning(kind: 'xlsx' | 'csv', fileName: string): SheetWarning | null {
  const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase()
  if (extension === undefined) return null
  const expected: readonly string[] = EXTENSIONS[kind]
  if (expected.includes(extension)) return null
  const actual = kind === 'xlsx' ? 'Excel (.xlsx)' : 'văn bản CSV'
  const message = `Tên tệp có đuôi “.${extension}” nhưng nội dung là ${actual}; đã đọc theo nội dung.`
  return { code: 'extension', message, sheet: null, row: null, column: null }
}

function baseName(fileName: string): string {
  const last = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return last.replace(/\.[^.]*$/, '') || 'CSV'
}
