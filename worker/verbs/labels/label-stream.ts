import { createLabelSigner } from '../../domain/label/label-signer.ts'
import { type BatchSubject, formatSubject } from '../../domain/label/subject.ts'

/** A label ready to be printed; `pin` where its run has PINs. */
export type StreamedLabel = {
  readonly serial: number
  readonly url: string
  readonly pin?: string
}

export type SerialRange = { readonly from: number; readonly to: number }

const CHUNK = 64
const IN_FLIGHT = 64
/** Labels of a stream by their place in it, copies counted. */
export type LabelSlice = { readonly from: number; readonly count: number }

/** Seven digits that stand in for the serial while the subject is cut in two. */
const PROBE = 9_753_124

/**
 * Labels of some ranges of one run, in order, in chunks: each signed as it is asked for, 64
 * signatures in flight and never more than one chunk in memory, however long the run is. Each label
 * comes `copies` times. Of a slice only the labels that stand in it are signed.
 */
export async function* labelStream(input: {
  labelOrigin: string
  kid: string
  privateKey: CryptoKey
  /** What the label of a serial says. */
  subjectOf: (serial: number) => BatchSubject
  ranges: readonly SerialRange[]
  copies: number
  slice?: LabelSlice | undefined
}): AsyncGenerator<readonly StreamedLabel[]> {
  const { labelOrigin, kid, privateKey, subjectOf, copies, slice } = input
  let chunk: StreamedLabel[] = []
  let place = 0
  for (const whole of input.ranges) {
    const { range, before } = rangeOfSlice(whole, { place, copies, slice })
    place += before
    if (range === null) continue
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
        if (!isInSlice(place++, slice)) continue
        chunk.push(label)
        if (chunk.length < CHUNK) continue
        yield chunk
        chunk = []
      }
    }
  }
  if (chunk.length > 0) yield chunk
}

/** The same labels, each with its PIN. */
export async function* withPins(
  labels: AsyncIterable<readonly StreamedLabel[]>,
  pinOf: (serial: number) => Promise<string>,
): AsyncGenerator<readonly StreamedLabel[]> {
  for await (const chunk of labels) {
    yield await Promise.all(
      chunk.map(async (label) => ({ ...label, pin: await pinOf(label.serial) })),
    )
  }
}

/** The serials of a range that have a label in the slice, and how many labels it has before them. */
function rangeOfSlice(
  { from, to }: SerialRange,
  at: { place: number; copies: number; slice: LabelSlice | undefined },
): { range: SerialRange | null; before: number } {
  const { place, copies, slice } = at
  if (slice === undefined) return { range: { from, to }, before: 0 }
  const serials = to - from + 1
  const left = Math.max(0, Math.floor((slice.from - place) / copies))
  if (left >= serials) return { range: null, before: serials * copies }
  const end = Math.ceil((slice.from + slice.count - place) / copies)
  const last = Math.min(to, from + end - 1)
  const range = last < from + left ? null : { from: from + left, to: last }
  return { range, before: left * copies }
}

function isInSlice(place: number, slice: LabelSlice | undefined): boolean {
  return slice === undefined || (place >= slice.from && place < slice.from + slice.count)
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
