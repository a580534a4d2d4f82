/** What windows-1252 shows for the bytes 0x80 to 0x9F; the five it has no sign for stay as they are. */
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from(SHOWN, (sign, at) => [sign, 0x80 + at] as const),
  // The Vietnamese code page shows this for the byte that most Vietnamese letters begin with.
  ['Ă', 0xc3],
])
/** A text may have been through it twice. */
const MOST_ROUNDS = 2

/**
 * UTF-8 that some program took for windows-1252 and wrote as UTF-8 again (`Há»£p` for `Hợp`), as it was
 * meant; null where it is no such text. Bytes without a sign that got lost on the way are put back
 * where only one letter of Vietnamese could have been meant.
 */
export function fromDoublyEncoded(text: string): string | null {
  let read: string | null = null
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const once = oneRound(read ?? text)
    if (once === null) break
    read = once
  }
  return read
}

function oneRound(text: string): string | null {
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.charCodeAt(0)
    const byte = BYTES.get(sign) ?? (sign.length === 1 && code <= 0xff ? code : null)
    if (byte === null) return null
    bytes.push(byte)
  }
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(mended(bytes)))
    return read === text ? null : read
  } catch {
    return null
  }
}

/** `Ä` alone was Đ, and `Ã` before a blank was à, whose second byte became a blank. */
function mended(bytes: readonly number[]): number[] {
  return bytes.flatMap((byte, at) => {
    const next = bytes[at + 1] ?? 0
    const before = bytes[at - 1] ?? 0
    if (byte === 0xc4 && !isContinuation(next)) return [byte, 0x90]
    return byte === 0x20 && before === 0xc3 ? [0xa0] : [byte]
  })
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}
