const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Two characters for every 12-bit number: three bytes are two look-ups. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, n) => `${ALPHABET[n >> 6] ?? ''}${ALPHABET[n & 63] ?? ''}`,
)

/** Base64url without padding (RFC 4648 5, RFC 7515 2) of bytes. */
export function base64Url(bytes: Uint8Array): string {
  return encode(bytes.length, (at) => bytes[at] ?? 0)
}

/** Base64url without padding of a text of ASCII characters. */
export function base64UrlOfAscii(text: string): string {
  return encode(text.length, (at) => text.charCodeAt(at))
}

function encode(length: number, byteAt: (at: number) => number): string {
  const whole = length - (length % 3)
  let text = ''
  for (let at = 0; at < whole; at += 3) {
    const bits = (byteAt(at) << 16) | (byteAt(at + 1) << 8) | byteAt(at + 2)
    text += (PAIRS[bits >> 12] ?? '') + (PAIRS[bits & 4095] ?? '')
  }
  if (length - whole === 1) return text + (PAIRS[byteAt(whole) << 4] ?? '')
  if (length - whole === 2) {
    const bits = (byteAt(whole) << 10) | (byteAt(whole + 1) << 2)
    return text + (PAIRS[bits >> 6] ?? '') + (ALPHABET[bits & 63] ?? '')
  }
  return text
}
