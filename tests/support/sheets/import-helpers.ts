import { readFileSync } from 'node:fs'
import { type CodeIndex, indexCodes } from '../../../worker/domain/codes/find-code.ts'
import { type Code, normaliseCode } from '../../../worker/domain/codes/normalise-code.ts'
import type {
  ImportResult,
  ImportSuccess,
} from '../../../worker/domain/lists/records/import-result.ts'
import type { Workbook } from '../../../worker/lib/sheet/workbook.ts'
import { readWorkbook } from '../at-once.ts'
import { fixturePath } from './make-fixtures.ts'
import { buildXlsx, type CellInput } from './xlsx-builder.ts'

/** Reads bytes that must be a workbook. */
export function openBook(bytes: Uint8Array, fileName: string): Workbook {
  const reading = readWorkbook(bytes, { fileName })
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.workbook
}

/** A fixture as it stands on disk. */
export function fixture(name: string): Workbook {
  return openBook(new Uint8Array(readFileSync(fixturePath(name))), name)
}

/** A workbook of one sheet with these rows. */
export function book(rows: readonly (readonly CellInput[])[], name = 'Trang 1'): Workbook {
  return openBook(buildXlsx({ sheets: [{ name, rows }] }), 'a.xlsx')
}

/** An import that must not fail as a whole. */
export function success<T>(result: ImportResult<T>): ImportSuccess<T> {
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

/** A code written in a test. */
export function code(text: string): Code {
  const reading = normaliseCode(text)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.code
}

/** An index of codes on record. */
export function known(...texts: string[]): CodeIndex {
  return indexCodes(texts.map(code))
}

/** Cell, heading, value and reason of each issue. */
export function issuesOf(result: ImportSuccess<unknown>): readonly (string | null)[][] {
  return result.issues.map((issue) => [issue.cell, issue.column, issue.value, issue.reason])
}

/** The codes of the warnings, in order. */
export function codesOf(result: ImportSuccess<unknown>): readonly string[] {
  return result.warnings.map((warning) => warning.code)
}
