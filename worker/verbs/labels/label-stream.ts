import { createLabelSigner } from '../../domain/label/label-signer.ts'
import { type BatchSubject, formatSubject } from '../../domain/label/subject.ts'

/** A label ready to be printed. */
export type StreamedLabel = { readonly serial: number; readonly url: string }

export type SerialRange = { readonly from: number; readonly to: number }

const CHUNK = 64
const IN_FLIGHT = 64
/** Seven digits that stand in for the serial while the subject is cut in two. */
const PROBE = 9_753_124

/**
 * Labels of some ranges of one run, in order, in chunks: each signed as it is asked for, 64
 * signatures in flight and never more than one chunk in memory, however long the run is. Each label
 * comes `copies` times.
 */
export async function* labelStream(input: {
  labelOrigin: string
  kid: string
  privateKey: CryptoKey
  /** What the label of a serial says. */
  subjectOf: (serial: number) => BatchSubject
  ranges: readonly SerialRange[]
  copies: number
}): AsyncGenerator<readonly StreamedLabel[]> {
  const { labelOrigin, kid, privateKey, subjectOf, copies } = input
  let chunk: StreamedLabel[] = []
  for (const range of input.ranges) {
    const frame = cutSubject(subjectOf, range)
    const signer = createLabelSigner({ labelOrigin, kid, privateKey, ...frame })
    const pending: Promise<ArrayBuffer>[] = []
    const ahead = Math.min(IN_FLIGHT, range.to - range.from + 1)
    for (let i = 0; i < ahead; i++) pending.push(quiet(signer.sign(range.from + i)))
    for (let serial = range.from, slot = 0; serial <= range.to; serial++) {
      const signature = await pending[slot]
      if (signature === undefined) throw new Error('a signature is missing')
      const next = serial + ahead
      if (next <= range.to) pending[slot] = quiet(signer.sign(next))
      slot = slot + 1 === ahead ? 0 : slot + 1
      const label = { serial, url: signer.complete(serial, signature) }
      for (let copy = 0; copy < copies; copy++) {
        chunk.push(label)
        if (chunk.length < CHUNK) continue
        yield chunk
        chunk = []
      }
    }
  }
  if (chunk.length > 0) yield chunk
}

/** The subject before and after its serial, from the one writer of subjects. */
function cutSubject(
  subjectOf: (serial: number) => BatchSubject,
  { from, to }: SerialRange,
): { before: string; after: string; withoutSerial: boolean } {
  // Both ends go through the writer, which refuses what cannot stand on a label.
  const first = formatSubject(subjectOf(from))
  formatSubject(subjectOf(to))
  if (from === 0) return { before: first, after: '', withoutSerial: true }
  const text = formatSubject(subjectOf(PROBE))
  // REF and GTIN have other lengths, so the probe between slashes is the serial and nothing else.
  const at = text.indexOf(`/${PROBE}`)
  const end = at + 1 + String(PROBE).length
  if (at < 0 || !'/'.startsWith(text.charAt(end)))
    throw new Error('a unit label without its serial')
  return { before: text.slice(0, at + 1), after: text.slice(end), withoutSerial: false }
}

/** A failure is met when the signature is awaited; until then it must not count as unhandled. */
function quiet(promise: Promise<ArrayBuffer>): Promise<ArrayBuffer> {
  promise.catch(() => undefined)
  return promise
}
