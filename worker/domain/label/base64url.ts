const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Two characters for every 12-bit number: three bytes are two look-ups. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, n) => `${ALPHABET[n >> 6] ?? ''}${ALPHABET[n & 63] ?? ''}`,
)

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))
/** A text this long may be made of its characters at once. */
const AT_ONCE = 4_096

/** Base64url without padding (RFC 4648 5, RFC 7515 2) of bytes. */
export function base64Url(bytes: Uint8Array): string {
  const { length } = bytes
  if (length > AT_ONCE) return encode(length, (at) => bytes[at] ?? 0)
  // Character codes made a text once: joined pieces would have to be joined again by their reader.
  const codes = new Array<number>(Math.ceil((length * 4) / 3))
  let to = 0
  for (let at = 0; at < length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes[to++] = CODES[bits >> 18] ?? 0
    codes[to++] = CODES[(bits >> 12) & 63] ?? 0
    if (at + 1 < length) codes[to++] = CODES[(bits >> 6) & 63] ?? 0
    if (at + 2 < length) codes[to++] = CODES[bits & 63] ?? 0
  }
  return String.fromCharCode.apply(null, codes)
}

/** Base64url without padding of a text of ASCII characters. */
export function base64UrlOfAscii(text: string): string {
  return encode(text.length, (at) => text.charCodeAt(at))
}

/** The same by the platform, for a text that is read once and not, as when signing, by the million. */
export function base64UrlOfSubject(text: string): string {
  const padded = btoa(text)
  const end = padded.indexOf('=')
  const plain = end < 0 ? padded : padded.slice(0, end)
  // No character of a subject gives one of the two that differ; whatever else is asked about may.
  return plain.includes('+') || plain.includes('/')
    ? plain.replaceAll('+', '-').replaceAll('/', '_')
    : plain
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
