import { tidyText } from '../../text/fold-vietnamese.ts'
import { cellText } from '../cell-text.ts'
import { isBlank, plainCell } from '../workbook.ts'
import type { FoundColumn, FoundHeader } from './find-header.ts'
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
  | 'signature'
  | 'blank'

/** A whole label, so that a firm named `Tổng công ty …` or `Cộng Hòa` is not taken for a total. */
const TOTAL =
  /^(?:[ivx\d]+ )?(tong cong|tong so|tong|cong|grand total|total|subtotal|sum)(?: (?:cong|so|dien tich|san luong|so luong|ho|toan tinh|toan huyen|toan xa|chung|cac loai))*(?: [ivx]+)*$/

/** `Cộng Huyện Chợ Mới`, `Tổng xã Mỹ Hội Đông`: of a part of the list, whatever it is called. */
const SUBTOTAL =
  /^(?:[ivx\d]{1,5} )?(tong cong|tong so|tong|cong)(?: (?:theo|cua|toan|cac))? (?:huyen|xa|phuong|thi xa|thi tran|quan|tinh|thanh pho|tp|tx|tt|dac khu|khu vuc|khu|vung|ap|thon|to|doi|nhom|trang|muc|phan|dot|htx|hop tac xa)(?: .{1,60})?$/

/** Under a list: who drew it up, who signs, where it goes to. */
const SIGNATURE =
  /^(?:nguoi (?:lap|kiem tra|ghi|tong hop|duyet)|thu truong|lanh dao|ke toan|thu kho|(?:pho )?giam doc|(?:pho )?chu tich|truong phong|tm |kt |dai dien|xac nhan cua|noi nhan|ky ten|ky ghi ro|can bo)/
/** `An Giang, ngày 05 tháng 3 năm 2026`, the figures often left open. */
const PLACE_AND_DAY = /(?:^| )ngay (?:[\d ]{0,8})thang (?:[\d ]{0,8})nam(?: \d{1,4})?$/
/** Signatures stand side by side, few to a row. */
const MOST_SIGNATURES = 4

/** Cheap sieve before folding: every total begins, after numbering, with one of these letters. */
const MAYBE_TOTAL = /^[\s\divx.():-]*[tcgs]/i

/** Tells records from totals, notes, section titles, repeated headings and column numbers. */
export function rowRole(row: SpreadRow, header: FoundHeader, keyIndex: number): RowRole {
  const filled = filledColumns(row)
  const first = filled[0]
  if (first === undefined) return 'blank'
  const total = totalRole(row, filled, keyIndex)
  if (total !== null) return total
  if (isSignature(row, filled)) return 'signature'
  if (filled.length === 1) {
    // One cell alone is a section title, a note or a signature, unless merges complete the row.
    const columns = new Set(header.columns.map((column) => column.index))
    const spread = row.fromAbove.filter((column) => columns.has(column)).length
    if (spread === 0 || !columns.has(first)) return header.columns.length > 1 ? 'note' : 'record'
  }
  if (isRepeatedHeading(row, header, keyIndex)) return 'heading'
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
    const label = headingKey(cell)
    const match = TOTAL.exec(label) ?? SUBTOTAL.exec(label)
    if (match === null) continue
    const key = row.own[keyIndex]
    if (column !== keyIndex && key !== undefined && !isBlank(key)) return null
    const isGrand = match[1] === 'tong cong' || match[1] === 'grand total'
    return isGrand && !SUBTOTAL.test(label) ? 'grand_total' : 'total'
  }
  return null
}

/** True where every cell of a short row belongs to the signatures under a list. */
function isSignature(row: SpreadRow, filled: readonly number[]): boolean {
  if (filled.length > MOST_SIGNATURES) return false
  return filled.every((column) => {
    const cell = plainCell(row.own[column])
    if (typeof cell !== 'string' || cell.length > 120) return false
    const label = headingKey(cell)
    return SIGNATURE.test(label) || PLACE_AND_DAY.test(label)
  })
}

function filledColumns(row: SpreadRow): readonly number[] {
  const filled: number[] = []
  for (let column = 0; column < row.own.length; column += 1) {
    if (!isBlank(row.own[column] ?? null)) filled.push(column)
  }
  return filled
}

function isRepeatedHeading(row: SpreadRow, header: FoundHeader, keyIndex: number): boolean {
  const repeats = ({ index, heading }: FoundColumn): boolean => {
    const cell = row.own[index]
    return typeof cell === 'string' && tidyText(cell).toLowerCase() === heading.toLowerCase()
  }
  const key = header.columns.find((column) => column.index === keyIndex)
  if (key !== undefined && !repeats(key)) return false
  return header.columns.filter(repeats).length >= Math.max(2, header.columns.length / 2)
}

/** `(1) (2) (3)` or `A B 1 2` under a heading. */
function isNumbering(row: SpreadRow, filled: readonly number[]): boolean {
  if (filled.length < 3) return false
  const numbers: number[] = []
  for (const column of filled) {
    const cell = row.own[column]
    if (typeof cell !== 'number' && (typeof cell !== 'string' || cell.length > 5)) return false
    const label = cellText(cell).replace(/[()[\]]/g, '')
    if (/^\d{1,3}$/.test(label)) numbers.push(Number(label))
    else if (!/^[A-Z]$/.test(label)) return false
  }
  const [first = 0] = numbers
  return (
    numbers.length >= 2 && first <= 2 && numbers.every((value, index) => value === first + index)
  )
}
