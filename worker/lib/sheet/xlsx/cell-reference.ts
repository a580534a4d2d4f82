import type { MergeRange } from '../workbook.ts'

/** Column of a reference such as `AB12`, from 0, or -1 when it has no letters. */
export function columnOfReference(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code >= 65 && code <= 90) column = column * 26 + code - 64
    else break
  }
  return column - 1
}

/** Row of a reference such as `AB12`, or 0 when it has none. */
export function rowOfReference(reference: string): number {
  let row = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code >= 48 && code <= 57) row = row * 10 + code - 48
    else if (row > 0) return 0
  }
  return row
}

/** Reads `B7:D9`, or null when it is not a range of at least two cells. */
export function parseRange(text: string): MergeRange | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text)
  if (parts === null) return null
  const left = columnOfReference(parts[1] ?? '')
  const right = columnOfReference(parts[3] ?? '')
  const top = Number(parts[2])
  const bottom = Number(parts[4])
  if (left > right || top > bottom || (left === right && top === bottom)) return null
  return { top, left, bottom, right }
}
