const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })

/** Text from the bytes of a stored one; what is not UTF-8 in them is U+FFFD, half a pair one of it. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(withoutHalves(bytes))
}

/** True when bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Half a pair as SQLite writes it is ED A0..BF and a third byte: as many bytes as U+FFFD has. */
function withoutHalves(bytes: Uint8Array): Uint8Array {
  let mended: Uint8Array | null = null
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    if (!isContinuation(bytes[at + 1], 0xa0) || !isContinuation(bytes[at + 2], 0x80)) continue
    mended ??= bytes.slice()
    mended.set([0xef, 0xbf, 0xbd], at)
  }
  return mended ?? bytes
}

function isContinuation(byte: number | undefined, from: number): boolean {
  return byte !== undefined && byte >= from && byte <= 0xbf
}
