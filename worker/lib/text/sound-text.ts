import { normaliseText } from './normalise-text.ts'

/**
 * What no text may hold: half a surrogate pair (no UTF-8 says it, and a server that meets one in a
 * row answers for none), control characters, and marks that turn the direction of what is read, so
 * that a name shows as another (Unicode Technical Report 36, section 2.1).
 */
export type TextFault = 'ill_formed' | 'control' | 'direction'

/** Lines end in these too, in what office programs copy; and they are control characters. */
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const CONTROLS = new RegExp(CONTROL, 'g')
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/
const DIRECTIONS = new RegExp(DIRECTION, 'g')
/** Most texts: nothing in them is to be looked at twice. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/

/** What is wrong with a text that cannot be told from what was meant; null where it is sound. */
export function textFault(text: string): TextFault | null {
  if (PLAIN.test(text)) return null
  if (!text.isWellFormed()) return 'ill_formed'
  if (CONTROL.test(text)) return 'control'
  return DIRECTION.test(text) ? 'direction' : null
}

/** Blanks, joiners and fillers: they show nothing by themselves. */
const UNSEEN = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u

/**
 * Composed (NFC), with one kind of line end beside CR; changes nothing that can be seen. A text that shows
 * nothing at all is empty: a name of nothing but joiners would stand on a signed paper as no name.
 */
export function composeText(text: string): string {
  if (PLAIN.test(text)) return text
  if (UNSEEN.test(text) && textFault(text) === null) return ''
  return normaliseText(text.replace(LINE_ENDS, '\n'), 'NFC')
}

/** A sound text of any: halves of pairs are U+FFFD, what cannot be seen is dropped. */
export function mendText(text: string): string {
  if (PLAIN.test(text)) return text
  const lines = text.toWellFormed().replace(LINE_ENDS, '\n')
  return normaliseText(dropUnseen(lines), 'NFC')
}

/** Without control characters and direction marks, else letter for letter: for JSON. */
export function dropUnseen(text: string): string {
  return PLAIN.test(text) ? text : text.replace(CONTROLS, '').replace(DIRECTIONS, '')
}
