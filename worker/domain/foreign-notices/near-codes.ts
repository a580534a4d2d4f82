import { normaliseText } from '../../lib/text/normalise-text.ts'
import { codeSearchKey } from '../codes/code-search-key.ts'

/** Why a code of the register may be meant by what a list says. */
export const NEAR_REASONS = [
  'hyphen',
  'zeros',
  'lookalike',
  'one_edit',
  'old_code',
  'reissued',
  'as_listed',
] as const
export type NearReason = (typeof NEAR_REASONS)[number]

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DIGITS = '0123456789'
/** Codes have at most forty characters; longer texts are no misspelt ones. */
const LONGEST = 40
/** Each doubles the ways of reading a text. */
const MOST_LOOKALIKES = 6
/** What is taken for what: a slip of the eye, of whoever types and of whatever reads a scan. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', L: '1', '1': 'I' }

/** Letters and digits alone, in capitals: what spelling leaves of a code. */
export function bareCode(text: string): string {
  return normaliseText(text, 'NFKD')
    .toUpperCase()
    .replace(/[ĐÐ]/g, 'D')
    .replace(/[^0-9A-Z]/g, '')
}

/** Search keys of what only looks like a text: few, and the likeliest. */
export function lookalikeKeys(text: string): string[] {
  const word = bareCode(text)
  if (word.length > LONGEST) return []
  const places = [...word].flatMap((char, at) => (char in LOOKALIKES ? [at] : []))
  let ways = [word]
  for (const at of places.slice(-MOST_LOOKALIKES)) {
    ways = ways.flatMap((way) => [way, swapped(way, at)])
  }
  for (const at of places.slice(0, -MOST_LOOKALIKES)) ways.push(swapped(word, at))
  return [...new Set(ways.map(codeSearchKey))]
}

function swapped(word: string, at: number): string {
  const char = word.charAt(at)
  return word.slice(0, at) + (LOOKALIKES[char] ?? char) + word.slice(at + 1)
}

/**
 * Search keys of every text that one slip makes of this one: a character left out, struck twice or
 * wrong, two changed round. A digit is put in for what stands among digits, a letter among letters.
 */
export function oneEditKeys(text: string): string[] {
  const word = bareCode(text)
  if (word.length > LONGEST) return []
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const char of alphabetAt(word, at)) {
      found.add(codeSearchKey(before + char + after))
      if (after !== '') found.add(codeSearchKey(before + char + after.slice(1)))
    }
    if (after !== '') found.add(codeSearchKey(before + after.slice(1)))
    if (after.length > 1) {
      found.add(codeSearchKey(before + after.charAt(1) + after.charAt(0) + after.slice(2)))
    }
  }
  return [...found]
}

function alphabetAt(word: string, at: number): string {
  const around = word.slice(Math.max(0, at - 1), at + 2)
  return (/[A-Z]/.test(around) ? LETTERS : '') + (/[0-9]/.test(around) ? DIGITS : '')
}

/** How a code of the register differs from what was listed; null where it is no near match. */
export function nearReason(listed: string, code: string): NearReason | null {
  const [one, other] = [bareCode(listed), bareCode(code)]
  if (one === other) return 'hyphen'
  if (codeSearchKey(listed) === codeSearchKey(code)) return 'zeros'
  if (asDigits(one) === asDigits(other)) return 'lookalike'
  const isNear = isOneEdit(one, other) || isOneEdit(codeSearchKey(listed), codeSearchKey(code))
  return isNear ? 'one_edit' : null
}

function asDigits(word: string): string {
  return word.replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** True where one character left out, put in or changed, or two changed round, makes one of the other. */
export function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [rest, wanted] = [one.slice(at), other.slice(at)]
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    (rest.slice(2) === wanted.slice(2) && rest[0] === wanted[1] && rest[1] === wanted[0])
  )
}
