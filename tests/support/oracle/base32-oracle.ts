/** Crockford base32, as the contract names it: 0-9 A-Z without I L O U, upper case. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** "the 64-byte Ed25519 signature, most significant bit first, 3 zero bits at the end": 103 characters. */
export function writeSignature(signature: Uint8Array): string {
  let bits = ''
  for (const byte of signature) bits += byte.toString(2).padStart(8, '0')
  bits += '000'
  let text = ''
  for (let at = 0; at < bits.length; at += 5) {
    text += ALPHABET[Number.parseInt(bits.slice(at, at + 5), 2)]
  }
  return text
}

/** The 64 bytes back; null for another length, a character outside the alphabet, or padding bits that are not zero. */
export function readSignature(text: string): Uint8Array | null {
  if (text.length !== 103) return null
  let bits = ''
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    bits += value.toString(2).padStart(5, '0')
  }
  if (bits.slice(512) !== '000') return null
  const bytes: number[] = []
  for (let at = 0; at < 512; at += 8) bytes.push(Number.parseInt(bits.slice(at, at + 8), 2))
  return Uint8Array.from(bytes)
}
