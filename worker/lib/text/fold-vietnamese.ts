import { normaliseText } from './normalise-text.ts'

/** Spaces of every width, and characters that take no room at all, marks of
 * direction among them: they show a name in another order than it is written. */
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const INVISIBLE = /(?!\u00ad)\p{Cf}|\u034f|[\u115f\u1160\u3164\uffa0]/gu

/** Old keyboards write Đ as the letter of Iceland, or of Africa, that looks like it. */
export function readEth(text: string): string {
  return ETH.test(text)
    ? text.replace(/[\u00d0\u0189]/g, 'Đ').replace(/[\u00f0\u0256]/g, 'đ')
    : text
}

const ETH = /[\u00d0\u00f0\u0189\u0256]/

/**
 * Folds Vietnamese text for search and for matching headings: marks and tones off, đ as d, lower
 * case, single spaces, no spaces at the ends. `Mã số vùng trồng` and `MA SO VUNG TRONG` fold alike,
 * whether composed or decomposed.
 */
export function foldVietnamese(text: string): string {
  return normaliseText(text.replace(INVISIBLE, ''), 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đ\u00f0\u0256]/g, 'd')
    .replaceAll('\u00ad', '')
    .replace(SPACES, ' ')
    .trim()
}

/** Anything {@link tidyText} would change; most cells of a sheet have none of it. */
const UNTIDY = /[\p{M}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2126-\u212b\uf900-\ufaff]|[^\P{Zs} ]| {2}|^ | $/u

/** NFC text with single spaces and none at the ends: how a cell is kept for people to read. */
export function tidyText(text: string): string {
  if (!UNTIDY.test(text)) return text
  return normaliseText(text.replace(INVISIBLE, ''), 'NFC').replace(SPACES, ' ').trim()
}
