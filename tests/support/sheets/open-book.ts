import { expect } from 'vitest'
import { SHEET_LIMITS } from '../../../worker/lib/sheet/limits.ts'
import type { Cell, Workbook } from '../../../worker/lib/sheet/workbook.ts'
import { readWorkbook } from '../at-once.ts'
import { type BookInput, buildXlsx, type CellInput } from './xlsx-builder.ts'

export function open(bytes: Uint8Array, fileName = 'danh-sach.xlsx'): Workbook {
  const reading = readWorkbook(bytes, { fileName })
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.workbook
}

export function problem(
  bytes: Uint8Array,
  fileName = 'danh-sach.xlsx',
  limits = SHEET_LIMITS,
): string {
  const reading = readWorkbook(bytes, { fileName, limits })
  if (reading.ok) return 'ok'
  expect(reading.problem.message).toMatch(/[.]$/)
  return reading.problem.code
}

export function cells(...row: CellInput[]): readonly Cell[] {
  return open(buildXlsx(one([row]))).sheets[0]?.rows[0]?.cells ?? []
}

export function one(rows: CellInput[][], merges: string[] = []): BookInput {
  return { sheets: [{ name: 'Trang 1', rows, merges }] }
}

export const SMALL = one([
  ['Mã số', 'Diện tích'],
  ['VN-AGOR-0001', 2.5],
])
