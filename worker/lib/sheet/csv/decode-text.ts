import { decodeInSteps } from '../../steps/decode-in-steps.ts'
import type { Steps } from '../../steps/steps.ts'

/** Encodings a CSV file from Viet Nam may be in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

export interface DecodedText {
  /** Without a byte order mark; not yet composed. */
  readonly text: string
  readonly encoding: TextEncoding
}

/** What a byte becomes that stands for no character. */
export const UNREADABLE = '\ufffd'

/** Sound letters of more than one byte for each broken one, for a text to be UTF-8 with a few faults. */
const SOUND_TO_BROKEN = 4
const LOOKED_AT = 4_096

/**
 * Decodes text: a byte order mark decides; without one UTF-16 where every other byte is nearly always
 * zero, UTF-8 if the bytes are valid UTF-8 but for a few, else windows-1258, the Vietnamese code page,
 * whose tone marks are separate characters.
 */
export function* decodeText(bytes: Uint8Array): Steps<DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return yield* decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return yield* decodeAs(bytes, 'utf-16be')
  const wide = wideEncodingOf(bytes)
  if (wide !== null) return yield* decodeAs(bytes, wide)
  const utf8 = yield* decodeAs(bytes, 'utf-8')
  return isMostlySound(utf8.text) ? utf8 : yield* decodeAs(bytes, 'windows-1258')
}

function* decodeAs(bytes: Uint8Array, encoding: TextEncoding): Steps<DecodedText> {
  return { text: yield* decodeInSteps(bytes, { encoding, fatal: false }), encoding }
}

/** Latin letters have a zero beside them in UTF-16, those of Vietnamese often a one or 0x1e. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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

function isMostlySound(text: string): boolean {
  let broken = 0
  for (let at = text.indexOf(UNREADABLE); at >= 0; at = text.indexOf(UNREADABLE, at + 1))
    broken += 1
  if (broken === 0) return true
  let sound = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) sound += 1
  return sound - broken >= broken * SOUND_TO_BROKEN
}
