import type { SheetProblemCode } from './problem.ts'

/** What the first bytes say a file is, whatever its name says. */
export type ContentKind = 'zip' | 'text' | Exclude<SheetProblemCode, 'missing_column'>

const SIGNATURES: readonly (readonly [string, ContentKind])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'broken_zip'],
  ['504b0708', 'broken_zip'],
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['424d', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['7b5c727466', 'other_document'],
  ['526172211a07', 'other_document'],
  ['377abcaf271c', 'other_document'],
  ['1f8b', 'other_document'],
]
/** Compound file: Excel up to 2003, and every encrypted Office file. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1'

/** Tells a file's kind from its content. Text still has to be decoded and may yet prove otherwise. */
export function sniffContent(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty_file'
  const head = hex(bytes.subarray(0, 12))
  if (head.startsWith(COMPOUND_FILE)) {
    return includesAscii(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')
      ? 'encrypted'
      : 'old_excel'
  }
  if (head.startsWith('52494646') && ascii(bytes.subarray(8, 12)) === 'WEBP') return 'image'
  if (/^ftyp(?:hei[cx]|mif1|avif)/.test(ascii(bytes.subarray(4, 12)))) return 'image'
  for (const [signature, kind] of SIGNATURES) {
    if (head.startsWith(signature)) return kind
  }
  const start = ascii(bytes.subarray(0, 1024))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    // UTF-16 reads so too.
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()
  if (/^<(?:!doctype html|html|head|body|table|meta|div|script|style|title|form)\b/.test(start)) {
    return 'web_page'
  }
  if (start.startsWith('<!--') && /<(?:!doctype html|html|head|body)\b/.test(start))
    return 'web_page'
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'web_page' : 'other_document'
  return 'text'
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function includesAscii(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (character) => character.charCodeAt(0))
  const first = wanted[0] ?? 0
  let at = bytes.indexOf(first)
  while (at >= 0) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
    at = bytes.indexOf(first, at + 1)
  }
  return false
}
