import { fromDoublyEncoded } from './from-doubly-encoded.ts'
import { fromTcvn3 } from './from-tcvn3.ts'
import { fromVni } from './from-vni.ts'
import { isVietnameseSyllable } from './is-vietnamese-syllable.ts'

/** Ways in which Vietnamese is written that is not Unicode, or was made to look otherwise. */
export const OLD_TEXT_KINDS = ['doubly_encoded', 'vni', 'tcvn3'] as const
export type OldTextKind = (typeof OLD_TEXT_KINDS)[number]

/** What a text is, held against one of them; `either` where both readings are Vietnamese. */
export type OldTextVerdict = 'old' | 'new' | 'either' | 'neither'

export type OldTextReading = {
  readonly verdict: OldTextVerdict
  /** The text as it would read. */
  readonly text: string
  /** Words of it that are Vietnamese only so. */
  readonly words: number
}

/** Names for people: what the makers of fonts and programs call them. */
export const OLD_TEXT_NAMES: Readonly<Record<OldTextKind, string>> = {
  doubly_encoded: 'mã hóa hai lần (UTF-8 bị đọc nhầm bảng mã)',
  vni: 'VNI (phông VNI-Times…)',
  tcvn3: 'TCVN3 (phông .VnTime, ABC)',
}

const CONVERT: Readonly<Record<OldTextKind, (text: string) => string | null>> = {
  doubly_encoded: fromDoublyEncoded,
  vni: fromVni,
  tcvn3: fromTcvn3,
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: plain letters tell nothing
const PLAIN = /^[\u0000-\u007f]*$/
/** Signs that no old text has: it is made of what windows-1252 and 1258 show for single bytes. */
const BEYOND =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of every value
  /[^\u0000-\u00ff\u0102\u0110\u0111\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/
/** Of one cell; more would say nothing new. */
const LOOKED_AT = 400
const BETWEEN_COPY = /[\s!-/:-@[-`{-~]+/

/** True where a text could be old: most cells are told by this alone. */
export function mayBeOldText(text: string): boolean {
  return !PLAIN.test(text) && !BEYOND.test(text)
}

/** True for a text with letters that only Unicode has. */
export function isSurelyNewText(text: string): boolean {
  return BEYOND.test(text)
}

/** True where every word of a text is Vietnamese as it stands. */
export function isVietnameseText(text: string): boolean {
  const { right, all } = countWords(text)
  return right === all
}

/** Holds a text against one kind of old text, by how many of its words are Vietnamese either way. */
export function readOldText(text: string, kind: OldTextKind): OldTextReading {
  const asIs = countWords(text)
  const converted = asIs.all > 0 && mayBeOldText(text) ? CONVERT[kind](text) : null
  if (converted === null || converted === text) {
    return { verdict: asIs.right > 0 ? 'new' : 'neither', text, words: 0 }
  }
  const then = countWords(converted)
  const words = Math.max(0, then.right - asIs.right)
  const verdict = verdictOf(asIs, then)
  return { verdict, text: converted, words: verdict === 'old' ? words : 0 }
}

/** The share of words with marks that must be Vietnamese once they are converted. */
const MOSTLY = 0.6

function verdictOf(asIs: Counted, then: Counted): OldTextVerdict {
  const isRight = then.right >= then.all * MOSTLY && then.right > 0
  if (then.right > asIs.right && isRight) return 'old'
  if (asIs.right > then.right) return 'new'
  return isRight && asIs.right === asIs.all ? 'either' : 'neither'
}

/** Words with marks that could be Vietnamese. */
export function countVietnameseWords(text: string): number {
  return markedWords(text).filter(isVietnameseSyllable).length
}

type Counted = { readonly right: number; readonly all: number }

function countWords(text: string): Counted {
  const words = markedWords(text.slice(0, LOOKED_AT))
  return { right: words.filter(isVietnameseSyllable).length, all: words.length }
}

/** Not letters by themselves, nor what is short for something: `QĐ` says nothing. */
function markedWords(text: string): string[] {
  return text
    .split(BETWEEN_COPY)
    .filter((word) => word.length > 1 && !PLAIN.test(word) && !ABBREVIATION.test(word))
}

const ABBREVIATION = /^[A-ZĐ]+$/
