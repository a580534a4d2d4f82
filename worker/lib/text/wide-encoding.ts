const LOOKED_AT = 4_096

/**
 * UTF-16 without a byte order mark, by its zeros: Latin letters have one beside them, those of
 * Vietnamese often a one or 0x1e. Null for what is none.
 */
export function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, LOOKED_AT) / 2)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs; at += 1) {
    if (bytes[2 * at] === 0) even += 1
    if (bytes[2 * at + 1] === 0) odd += 1
  }
  const [less, more] = even < odd ? [even, odd] : [odd, even]
  if (pairs < 2 || more < pairs / 2 || less > pairs / 20) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}
