/**
 * Writes short texts as escaped UTF-8 into one buffer that is used again and again. `TextEncoder`
 * makes a buffer for each text, which costs more than the handful of characters that are written.
 */
export type Utf8Writer = {
  /** Starts anew. */
  readonly clear: () => void
  /** Writes a text as it stands between tags of HTML. */
  readonly writeEscaped: (text: string) => void
  /** Writes a text as it is. */
  readonly write: (text: string) => void
  /** How many bytes stand there. */
  readonly length: () => number
  /** The bytes between two lengths: a view that the next `clear` makes worthless. */
  readonly view: (from: number, to: number) => Uint8Array
}

const FIRST_ROOM = 4_096
/** No character takes more: `&quot;`. */
const MOST_BYTES = 6

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Entities = readonly (readonly number[] | undefined)[]
const AS_IT_IS: Entities = Array.from({ length: 128 }, () => undefined)

/** What each ASCII character is written as: itself, or the bytes of its entity. */
const ENTITY_BYTES: Entities = Array.from({ length: 128 }, (_, code) => {
  const entity = ENTITIES[String.fromCharCode(code)]
  return entity === undefined ? undefined : [...entity].map((character) => character.charCodeAt(0))
})
export function createUtf8Writer(): Utf8Writer {
  let bytes = new Uint8Array(FIRST_ROOM)
  let length = 0
  const makeRoom = (characters: number) => {
    const needed = length + characters * MOST_BYTES
    if (needed <= bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }
  const put = (text: string, entities: Entities) => {
    makeRoom(text.length)
    const target = bytes
    let at = length
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code >= 0x80) {
        const point = text.codePointAt(i) ?? 0
        if (point > 0xffff) i++
        at = writePoint(target, at, point)
        continue
      }
      const entity = entities[code]
      if (entity === undefined) target[at++] = code
      else for (const byte of entity) target[at++] = byte
    }
    length = at
  }
  return {
    clear: () => {
      length = 0
    },
    writeEscaped: (text) => put(text, ENTITY_BYTES),
    write: (text) => put(text, AS_IT_IS),
    length: () => length,
    view: (from, to) => bytes.subarray(from, to),
  }
}

const REPLACEMENT = 0xfffd

/** One character beyond ASCII (RFC 3629 3); half a surrogate pair becomes U+FFFD, as encoders do. */
function writePoint(bytes: Uint8Array, start: number, given: number): number {
  const point = given >= 0xd800 && given <= 0xdfff ? REPLACEMENT : given
  let at = start
  if (point < 0x800) {
    bytes[at++] = 0xc0 | (point >> 6)
  } else if (point < 0x10000) {
    bytes[at++] = 0xe0 | (point >> 12)
    bytes[at++] = 0x80 | ((point >> 6) & 63)
  } else {
    bytes[at++] = 0xf0 | (point >> 18)
    bytes[at++] = 0x80 | ((point >> 12) & 63)
    bytes[at++] = 0x80 | ((point >> 6) & 63)
  }
  bytes[at++] = 0x80 | (point & 63)
  return at
}
