import { decimal } from './bytes.ts'
import { MM_PER_PT } from './fit-column.ts'

/** A length in millimetres as drawing operators of a PDF write it: in points. */
export function points(mm: number): string {
  return decimal(mm / MM_PER_PT, 2)
}
