/** Encodings a CSV file from Viet Nam may be in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

export interface DecodedText {
  /** NFC, without a byte order mark. */
  readonly text: string
  readonly encoding: TextEncoding
}

/**
 * Decodes text: a byte order mark decides; without one UTF-8 if the bytes are valid UTF-8, else
 * windows-1258, the Vietnamese code page, whose tone marks are separate characters and are composed
 * here.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: text.normalize('NFC'), encoding: 'utf-8' }
  } catch {
    return decodeAs(bytes, 'windows-1258')
  }
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes).normalize('NFC'), encoding }
}
