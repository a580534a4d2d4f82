import type { CalendarDate } from '../time/calendar-date.ts'
import type { SheetMended } from './mend/cell-mend.ts'
import type { OldTextFinding } from './old-text.ts'

export interface DateCell {
  readonly kind: 'date'
  readonly on: CalendarDate
  /** `HH:MM`, or null for a whole day. */
  readonly time: string | null
}

/** A cell showing `#REF!`, `#N/A` and the like. */
export interface ErrorCell {
  readonly kind: 'error'
  readonly text: string
}

/** A cell's content without its formula. Null is an empty cell. Texts are NFC, untrimmed. */
export type PlainCell = null | string | number | boolean | DateCell | ErrorCell

/** A calculated cell, with the result stored by the program that saved the file; null if none was. */
export interface FormulaCell {
  readonly kind: 'formula'
  readonly cached: PlainCell
}

/** Plain values stand for themselves, so that 100,000 rows need no object per cell. */
export type Cell = PlainCell | FormulaCell

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number
  /** By column from A; may be shorter than the table is wide. */
  readonly cells: readonly Cell[]
}

/** A merged range, all bounds included; rows from 1, columns from 0. */
export interface MergeRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  /** Rows with content only, in order. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergeRange[]
  readonly date1904: boolean
}

export interface SheetWarning {
  readonly code: string
  /** In Vietnamese. */
  readonly message: string
  readonly sheet: string | null
  readonly row: number | null
  /** The heading as printed. */
  readonly column: string | null
}

export interface Workbook {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly SheetWarning[]
  /** Texts in an old encoding, whether they were converted or not; left out where there are none. */
  readonly oldText?: OldTextFinding
  /** Cells that are read otherwise than the file has them; left out where there are none. */
  readonly mended?: readonly SheetMended[]
}

/** True when a row has nothing in it but spaces. */
export function isBlank(cell: Cell): boolean {
  if (cell === null) return true
  if (typeof cell === 'string') return cell.trim() === ''
  return typeof cell === 'object' && cell.kind === 'formula' && cell.cached === ''
}

/** The value of a cell: the stored result in place of a formula. */
export function plainCell(cell: Cell | undefined): PlainCell {
  if (cell === undefined || cell === null || typeof cell !== 'object') return cell ?? null
  return cell.kind === 'formula' ? cell.cached : cell
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
