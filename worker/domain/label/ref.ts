import { CROCKFORD, crockfordValue } from './base32.ts'

const REF_LENGTH = 8

/** Luhn mod 32 check character over Crockford characters (factor 2 on the last data character). */
export function checkCharacter(data: string): string | null {
  let sum = 0
  for (let i = data.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const value = crockfordValue(data.charCodeAt(i))
    if (value < 0) return null
    const product = value * factor
    sum += (product >> 5) + (product & 31)
  }
  return CROCKFORD[(32 - (sum & 31)) & 31] ?? null
}

/** A batch reference: seven random Crockford characters and their check character. */
export function completeRef(sevenRandom: string): string {
  const check = sevenRandom.length === REF_LENGTH - 1 ? checkCharacter(sevenRandom) : null
  if (check === null) throw new Error('a REF is made from seven Crockford characters')
  return sevenRandom + check
}

/** True for a REF in canonical form with a right check character. */
export function isRef(text: string): boolean {
  return text.length === REF_LENGTH && checkCharacter(text.slice(0, -1)) === text.at(-1)
}

/**
 * What a person typed, read as a REF: case, hyphens and spaces are ignored, O is 0, I and L are 1.
 * Null when eight Crockford characters do not come out or the check character is wrong.
 */
export function readTypedRef(text: string): string | null {
  const ref = text
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return isRef(ref) ? ref : null
}
