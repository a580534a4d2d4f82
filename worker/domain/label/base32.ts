/** Crockford's alphabet: digits and upper-case letters without I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < CROCKFORD.length; i++) VALUES[CROCKFORD.charCodeAt(i)] = i

/** Value 0..31 of one upper-case Crockford character; -1 for any other code unit. */
export function crockfordValue(charCode: number): number {
  return charCode < 128 ? (VALUES[charCode] ?? -1) : -1
}

/** Writes bytes as Crockford base32, most significant bit first, padded with zero bits at the end. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += CROCKFORD[(buffer >> bits) & 31]
    }
  }
  return bits > 0 ? text + CROCKFORD[(buffer << (5 - bits)) & 31] : text
}

/**
 * Reads `byteLength` bytes from Crockford base32. Only the one canonical spelling is accepted:
 * exact length, upper case, padding bits zero. Anything else is null, so that no second text
 * can stand for the same signature.
 */
export function decodeBase32(text: string, byteLength: number): Uint8Array<ArrayBuffer> | null {
  if (text.length !== Math.ceil((byteLength * 8) / 5)) return null
  const bytes = new Uint8Array(byteLength)
  let buffer = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const value = crockfordValue(text.charCodeAt(i))
    if (value < 0) return null
    buffer = ((buffer << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : null
}
