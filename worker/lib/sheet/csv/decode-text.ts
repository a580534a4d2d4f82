import { decodeInSteps } from '../../steps/decode-in-steps.ts'
import type { Steps } from '../../steps/steps.ts'
import { normaliseText } from '../../text/normalise-text.ts'
import { fromTcvn3 } from '../../text/old-text/from-tcvn3.ts'
import { fromVni } from '../../text/old-text/from-vni.ts'
import { countVietnameseWords } from '../../text/old-text/old-text.ts'
import { wideEncodingOf } from '../../text/wide-encoding.ts'

/** Encodings a CSV file from Viet Nam may be in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1258'

export interface DecodedText {
  /** Without a byte order mark; not yet composed. */
  readonly text: string
  readonly encoding: TextEncoding
}

/** What a byte becomes that stands for no character. */
export const UNREADABLE = '\ufffd'

/** Sound letters of more than one byte for each broken one, for a text to be UTF-8 with a few faults. */
const SOUND_TO_BROKEN = 4
/** Bytes that tell one table of single bytes from another. */
const JUDGED = 65_536

/**
 * Decodes text: a byte order mark decides; without one UTF-16 where every other byte is nearly always
 * zero, UTF-8 if the bytes are valid UTF-8 but for a few, else a table of single bytes: windows-1258,
 * the Vietnamese code page, whose tone marks are separate characters, or an older one.
 */
export function* decodeText(bytes: Uint8Array): Steps<DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return yield* decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return yield* decodeAs(bytes, 'utf-16be')
  const wide = wideEncodingOf(bytes)
  if (wide !== null) return yield* decodeAs(bytes, wide)
  const utf8 = yield* decodeAs(bytes, 'utf-8')
  return isMostlySound(utf8.text) ? utf8 : yield* decodeAs(bytes, byteEncodingOf(bytes))
}

function* decodeAs(bytes: Uint8Array, encoding: TextEncoding): Steps<DecodedText> {
  return { text: yield* decodeInSteps(bytes, { encoding, fatal: false }), encoding }
}

/**
 * Bytes of TCVN3 and VNI are those of windows-1252: the texts are handed on as such, to be recognised
 * for what they are. Else windows-1258, the Vietnamese code page.
 */
function byteEncodingOf(bytes: Uint8Array): 'windows-1252' | 'windows-1258' {
  const start = bytes.subarray(0, JUDGED)
  const shown = new TextDecoder('windows-1252').decode(start)
  const asPage = new TextDecoder('windows-1258').decode(start)
  const ofPage = countVietnameseWords(normaliseText(asPage, 'NFC'))
  const ofOld = Math.max(
    countVietnameseWords(fromTcvn3(shown)),
    countVietnameseWords(fromVni(shown)),
  )
  return ofOld > ofPage ? 'windows-1252' : 'windows-1258'
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
