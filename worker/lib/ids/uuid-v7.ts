const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** RFC 9562, section 5.7: version 7, variant 10, in either case as its section 4 lets them be read. */
export function isUuidV7(text: string): boolean {
  return UUID_V7.test(text)
}

/** The last millisecond that its 48 bits hold: a clock may say anything. */
const LAST_MS = 2 ** 48 - 1

/** A UUID of version 7: 48 bits of milliseconds, the rest from ten random bytes. */
export function uuidV7(from: { readonly now: number; readonly random: Uint8Array }): string {
  const at = Math.min(LAST_MS, Math.max(0, Math.trunc(from.now)))
  const time = at.toString(16).padStart(12, '0')
  const random = Array.from(from.random.subarray(0, 10), (byte) => byte)
  while (random.length < 10) random.push(0)
  const [a = 0, b = 0, c = 0, ...rest] = random
  const version = `7${hex([a & 0x0f]).slice(1)}${hex([b])}`
  const variant = hex([(c & 0x3f) | 0x80, ...rest.slice(0, 1)])
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(rest.slice(1)).padEnd(12, '0')}`
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
