import { keptBytes, MOST_PIECES } from './kept-bytes.ts'
import { orientationOf } from './picture-size.ts'

/**
 * A JPEG without what a camera wrote about the moment: Exif with its GPS position, XMP, IPTC,
 * comments, and pictures appended after the end. Colour profile and the way up stay, so that it looks
 * the same. What cannot be followed as JPEG segments comes back as null, and so does one of so many scans
 * that drawing it would take whoever looks at it minutes.
 */
export function stripExif(jpeg: Uint8Array): Uint8Array | null {
  const kept = keptBytes(jpeg.length)
  let at = 2
  let wayUp: Uint8Array | null = null
  let inScan = false
  let scans = 0
  let segments = 0
  while (at + 1 < jpeg.length) {
    if (inScan) {
      const end = endOfScan(jpeg, at)
      kept.add(jpeg.subarray(at, end))
      at = end
      inScan = false
      continue
    }
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) {
      kept.add(jpeg.subarray(at, at + 2))
      return together([jpeg.subarray(0, 2), wayUp ?? new Uint8Array(), kept.all()])
    }
    if (++segments > MOST_PIECES) return null
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > jpeg.length) return null
    const segment = jpeg.subarray(at, at + 2 + length)
    if (isKept(marker, segment)) {
      const hasThumbnail = marker === 0xe0 && segment.length > JFIF_BYTES
      kept.add(hasThumbnail ? withoutThumbnail(segment) : segment)
    }
    wayUp ??= marker === APP1 ? orientationOnly(segment) : null
    inScan = marker === START_OF_SCAN
    if (inScan && ++scans > MOST_SCANS) return null
    at += 2 + length
  }
  return null
}

/** Programs write about ten; each is a pass over the whole picture. */
const MOST_SCANS = 100
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const APP1 = 0xe1

/**
 * What decoding needs (ITU-T T.81, table B.1: frames, tables, scans), a colour profile and Adobe's word
 * on colours. No comments, and nothing of what applications and cameras add.
 */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker >= 0xc0 && marker <= 0xdf) return true
  if (marker === 0xe0) return ascii(segment, 4, 4) === 'JFIF'
  if (marker === 0xe2) return ascii(segment, 4, 11) === 'ICC_PROFILE'
  return marker === 0xee && ascii(segment, 4, 5) === 'Adobe' && segment.length === ADOBE_BYTES
}

/** Marker, length and twelve bytes. */
const ADOBE_BYTES = 16

/** JFIF may carry a small picture of what was cut away since: its head says that there is none. */
function withoutThumbnail(jfif: Uint8Array): Uint8Array {
  const head = jfif.slice(0, JFIF_BYTES)
  head.set([0, JFIF_BYTES - 2], 2)
  head.set([0, 0], JFIF_BYTES - 2)
  return head
}

/** Marker, length and fourteen bytes. */
const JFIF_BYTES = 18

/** Compressed data go on until a marker that is neither a stuffed zero nor a restart. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at++) {
    const next = jpeg[at + 1] ?? 0
    if (jpeg[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return jpeg.length
}

/** An Exif segment that says nothing but which way is up; null where that is the usual way. */
function orientationOnly(segment: Uint8Array): Uint8Array | null {
  const value = orientationOf(segment)
  return value === 1 ? null : orientationSegment(value)
}

/** Big-endian TIFF with one entry: orientation (0x0112), one SHORT. */
function orientationSegment(value: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  const body = [...exif, ...tiff, ...entry]
  return Uint8Array.from([0xff, APP1, 0, body.length + 2, ...body])
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const all = keptBytes(pieces.reduce((sum, piece) => sum + piece.length, 0))
  for (const piece of pieces) all.add(piece)
  return all.all()
}
