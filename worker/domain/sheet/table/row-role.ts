import { tidyText } from '../../codes/fold-vietnamese.ts'
import { cellText } from '../cell-text.ts'
import { isBlank, plainCell } from '../workbook.ts'
import type { FoundHeader } from './find-header.ts'
import { headingKey } from './heading.ts'
import type { SpreadRow } from './spread-merges.ts'

/** What a row under a heading is. Only a `record` is imported. */
export type RowRole =
  | 'record'
  | 'total'
  | 'grand_total'
  | 'heading'
  | 'numbering'
  | 'note'
  | 'blank'

/** A whole label, so that a firm named `Tổng công ty …` or `Cộng Hòa` is not taken for a total. */
const TOTAL =
  /^(?:[ivx\d]+ )?(tong cong|tong so|tong|cong|grand total|total|subtotal|sum)(?: (?:cong|so|dien tich|san luong|so luong|ho|toan tinh|toan huyen|toan xa|chung|cac loai))*(?: [ivx]+)*$/

/** Cheap sieve before folding: every total begins, after numbering, with one of these letters. */
const MAYBE_TOTAL = /^[\s\divx.():-]*[tcgs]/i

/** Tells records from totals, notes, section titles, repeated headings and column numbers. */
export function rowRole(row: SpreadRow, header: FoundHeader, keyIndex: number): RowRole {
  const filled = row.own.flatMap((cell, column) => (isBlank(cell) ? [] : [column]))
  const first = filled[0]
  if (first === undefined) return 'blank'
  const total = totalRole(row, filled, keyIndex)
  if (total !== null) return total
  if (filled.length === 1) {
    // One cell alone is a section title, a note or a signature, unless merges complete the row.
    const columns = new Set(header.columns.map((column) => column.index))
    const spread = row.fromAbove.filter((column) => columns.has(column)).length
    if (spread === 0 || !columns.has(first)) return header.columns.length > 1 ? 'note' : 'record'
  }
  if (isRepeatedHeading(row, header)) return 'heading'
  return isNumbering(row, filled) ? 'numbering' : 'record'
}

function totalRole(
  row: SpreadRow,
  filled: readonly number[],
  keyIndex: number,
): 'total' | 'grand_total' | null {
  for (const column of filled.slice(0, 3)) {
    const cell = plainCell(row.own[column])
    if (typeof cell !== 'string' || cell.length > 80 || !MAYBE_TOTAL.test(cell)) continue
    const match = TOTAL.exec(headingKey(cell))
    if (match === null) continue
    const key = row.own[keyIndex]
    if (column !== keyIndex && key !== undefined && !isBlank(key)) return null
    return match[1] === 'tong cong' || match[1] === 'grand total' ? 'grand_total' : 'total'
  }
  return null
}

function isRepeatedHeading(row: SpreadRow, header: FoundHeader): boolean {
  const same = header.columns.filter(({ index, heading }) => {
    const cell = row.own[index]
    return typeof cell === 'string' && tidyText(cell).toLowerCase() === heading.toLowerCase()
  })
  return same.length >= Math.max(2, header.columns.length / 2)
}

/** `(1) (2) (3)` or `A B 1 2` under a heading. */
function isNumbering(row: SpreadRow, filled: readonly number[]): boolean {
  if (filled.length < 3) return false
  const labels = filled.map((column) => cellText(row.own[column]).replace(/[()[\]]/g, ''))
  const numbers = labels.filter((label) => /^\d{1,3}$/.test(label)).map(Number)
  const steady = numbers.every(
    (value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1,
  )
  const others = labels.filter((label) => !/^\d{1,3}$/.test(label))
  return (
    steady &&
    numbers.length >= 2 &&
    (numbers[0] ?? 0) <= 2 &&
    others.every((each) => /^[A-Z]$/.test(each))
  )
}
