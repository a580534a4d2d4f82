import { ALPHABET } from './base32-oracle.ts'

/**
 * "Luhn mod 32. From the right, factor 2 on the last data character, then 1, 2, …; add floor(p/32) +
 * p mod 32 of each product p; the check makes the sum a multiple of 32."
 */
export function checkCharacter(data: string): string {
  let factor = 2
  let sum = 0
  for (const character of [...data].reverse()) {
    const product = ALPHABET.indexOf(character) * factor
    sum += Math.floor(product / 32) + (product % 32)
    factor = factor === 2 ? 1 : 2
  }
  let check = 0
  while ((sum + check) % 32 !== 0) check += 1
  return ALPHABET[check] as string
}

/** "8 characters of Crockford base32: 7 random + 1 check character", exactly as printed. */
export function isRef(text: string): boolean {
  if (text.length !== 8) return false
  for (const character of text) if (!ALPHABET.includes(character)) return false
  return checkCharacter(text.slice(0, 7)) === text.slice(7)
}
