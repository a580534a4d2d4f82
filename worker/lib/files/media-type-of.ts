import { SHEET_LIMITS } from '../sheet/limits.ts'
import { SheetProblemError } from '../sheet/problem.ts'
import { readZipDirectory } from '../sheet/xlsx/zip-directory.ts'

/** Papers that are kept with a place or a code, by the ending each gets when it is given out again. */
export const MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const

export type MediaType = keyof typeof MEDIA_TYPES

/**
 * What a file is by its bytes, whatever its name says; null for anything we do not keep: other kinds,
 * archives, and office files with macros.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46])
  if (isRiff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'image/webp'
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeTypeOf(bytes) : null
}

/** By the main part that ECMA-376 names; a renamed archive has none. */
function officeTypeOf(bytes: Uint8Array): MediaType | null {
  try {
    const entries = readZipDirectory(bytes, SHEET_LIMITS)
    const names = [...entries.keys()]
    if (!entries.has('[content_types].xml')) return null
    if (names.some((name) => name.endsWith('vbaproject.bin'))) return null
    if (entries.has('word/document.xml')) {
      return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    }
    return entries.has('xl/workbook.xml')
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : null
  } catch (error) {
    if (error instanceof SheetProblemError || error instanceof RangeError) return null
    throw error
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
