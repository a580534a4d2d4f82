import { ALPHABET } from './base32-oracle.ts'
import { isRef } from './ref-oracle.ts'

/**
 * A code typed by hand: "case, blanks and hyphens ignored, O read as 0, I and L as 1". Null where it
 * is no REF, be it for its length, a character or the check character (all are 400).
 *
 * Read so: a blank is any white space, a hyphen is "-"; the text does not name other dashes.
 */
export function typedCodeOracle(typed: string): string | null {
  let ref = ''
  for (const character of typed) {
    if (character === '-' || /\s/.test(character)) continue
    const upper = character.toUpperCase()
    if (upper === 'O') ref += '0'
    else if (upper === 'I' || upper === 'L') ref += '1'
    else if (upper.length === 1 && character.charCodeAt(0) < 128 && ALPHABET.includes(upper))
      ref += upper
    else return null
  }
  return isRef(ref) ? ref : null
}
