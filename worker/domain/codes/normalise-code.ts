import { tidyText } from '../../lib/text/fold-vietnamese.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'

declare const brand: unique symbol

/** A code as printed on labels: 3 to 40 of 0-9 A-Z "-", no "-" at the ends, no "--". */
export type Code = string & { readonly [brand]: 'Code' }

export type CodeReading =
  | { readonly ok: true; readonly code: Code }
  | { readonly ok: false; readonly reason: string }

export const CODE_MIN_LENGTH = 3
export const CODE_MAX_LENGTH = 40
const GRAMMAR = /^[0-9A-Z]+(?:-[0-9A-Z]+)*$/
/** Hyphens and dashes found in legal texts and word processors, the soft hyphen among them. */
const DASHES = /[\u00ad\u2010-\u2015\u2043\u207b\u208b\u2212\ufe58\ufe63\uff0d]/g

/** True when `text` is already a code in canonical form. */
export function isCode(text: string): text is Code {
  return text.length >= CODE_MIN_LENGTH && text.length <= CODE_MAX_LENGTH && GRAMMAR.test(text)
}

/**
 * Brings a growing-area or packing-house code to its canonical spelling: upper case, every dash,
 * space, underscore, dot and slash as one "-", Vietnamese marks off the letters. Digits stay exactly
 * as printed: `vn agor 001` becomes `VN-AGOR-001`, never `VN-AGOR-0001` (see `findCode` for
 * recognising a known code spelled another way).
 */
export function normaliseCode(text: string): CodeReading {
  if (isCode(text)) return { ok: true, code: text }
  const candidate = normaliseText(tidyText(text), 'NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ĐÐ]/g, 'D')
    .replace(DASHES, '-')
    .replace(/[\s_./\\-]+/g, '-')
    .replace(/^-|-$/g, '')
  if (candidate === '') return refuse('Chưa ghi mã.')
  const strange = /[^0-9A-Z-]/u.exec(candidate)
  if (strange !== null) return refuse(`Mã có ký tự lạ “${strange[0]}”.`)
  if (candidate.length < CODE_MIN_LENGTH) return refuse('Mã quá ngắn (ít nhất 3 ký tự).')
  if (candidate.length > CODE_MAX_LENGTH) return refuse('Mã quá dài (nhiều nhất 40 ký tự).')
  if (!isCode(candidate)) return refuse('Mã không đúng dạng.')
  return { ok: true, code: candidate }
}

function refuse(reason: string): CodeReading {
  return { ok: false, reason }
}
