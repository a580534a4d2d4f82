import { MOST_PIECES } from './kept-bytes.ts'

/** Where and when a camera says that a picture was taken; null for what it does not say. */
export type ExifMoment = {
  /** Epoch milliseconds. */
  readonly takenAt: number | null
  readonly latitude: number | null
  readonly longitude: number | null
}

const NOTHING: ExifMoment = { takenAt: null, latitude: null, longitude: null }

/**
 * Reads place and time out of a JPEG's Exif (Exif 2.32, 4.6.5 and 4.6.6), for which nothing is decoded.
 * Whatever is no such thing, cut off or absurd says nothing. A time without an offset is taken for
 * Vietnamese.
 */
export function exifMoment(jpeg: Uint8Array): ExifMoment {
  const tiff = exifOf(jpeg)
  if (tiff === null) return NOTHING
  const directory = directoryReader(tiff)
  const main = directory?.(directory.first) ?? null
  if (directory === null || main === null) return NOTHING
  const exif = directory(main.number(EXIF_DIRECTORY) ?? 0)
  const gps = directory(main.number(GPS_DIRECTORY) ?? 0)
  const taken = exif?.text(DATE_TIME_ORIGINAL) ?? main.text(DATE_TIME)
  return {
    takenAt: taken == null ? null : instantOf(taken, exif?.text(OFFSET_TIME_ORIGINAL) ?? null),
    ...placeOf(gps),
  }
}

const EXIF_DIRECTORY = 0x8769
const GPS_DIRECTORY = 0x8825
const DATE_TIME = 0x0132
const DATE_TIME_ORIGINAL = 0x9003
const OFFSET_TIME_ORIGINAL = 0x9011
const LATITUDE_SIDE = 1
const LATITUDE = 2
const LONGITUDE_SIDE = 3
const LONGITUDE = 4

/** The TIFF part of the first Exif segment before the picture's data. */
function exifOf(jpeg: Uint8Array): DataView | null {
  let at = 2
  for (let segments = 0; segments < MOST_PIECES && at + 4 <= jpeg.length; segments++) {
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xda || marker === 0xd9) return null
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > jpeg.length) return null
    const isExif = String.fromCharCode(...jpeg.subarray(at + 4, at + 10)) === 'Exif\0\0'
    if (marker === 0xe1 && isExif && length > 16) {
      return new DataView(jpeg.buffer, jpeg.byteOffset + at + 10, length - 8)
    }
    at += 2 + length
  }
  return null
}

type Directory = {
  readonly number: (tag: number) => number | null
  readonly text: (tag: number) => string | null
  readonly rationals: (tag: number) => readonly number[]
}

/** More than any camera writes. */
const MOST_ENTRIES = 200
const LONGEST_TEXT = 64

/** Reads directories by their offset; null where the head is not that of TIFF. */
function directoryReader(view: DataView) {
  const order = view.getUint16(0)
  const little = order === 0x4949
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return null
  const within = (at: number, bytes: number) => at >= 8 && at + bytes <= view.byteLength
  const read = (offset: number): Directory | null => {
    if (!within(offset, 2)) return null
    const count = Math.min(view.getUint16(offset, little), MOST_ENTRIES)
    const entries = new Map<number, { kind: number; count: number; at: number }>()
    for (let i = 0; i < count; i++) {
      const at = offset + 2 + i * 12
      if (!within(at, 12)) break
      const kind = view.getUint16(at + 2, little)
      const entry = { kind, count: view.getUint32(at + 4, little), at: at + 8 }
      entries.set(view.getUint16(at, little), entry)
    }
    return {
      number: (tag) => {
        const entry = entries.get(tag)
        return entry?.kind === LONG ? view.getUint32(entry.at, little) : null
      },
      text: (tag) => {
        const entry = entries.get(tag)
        if (entry?.kind !== ASCII || entry.count > LONGEST_TEXT) return null
        const from = entry.count <= 4 ? entry.at : view.getUint32(entry.at, little)
        if (!within(from, entry.count)) return null
        const bytes = Array.from({ length: entry.count }, (_, i) => view.getUint8(from + i))
        return String.fromCharCode(...bytes).replace(/\0.*$/s, '')
      },
      rationals: (tag) => {
        const entry = entries.get(tag)
        if (entry?.kind !== RATIONAL || entry.count > 3) return []
        const from = view.getUint32(entry.at, little)
        if (!within(from, entry.count * 8)) return []
        return Array.from({ length: entry.count }, (_, i) => {
          const over = view.getUint32(from + i * 8 + 4, little)
          return over === 0 ? Number.NaN : view.getUint32(from + i * 8, little) / over
        })
      },
    }
  }
  return Object.assign(read, { first: view.getUint32(4, little) })
}

const ASCII = 2
const LONG = 4
const RATIONAL = 5

function placeOf(gps: Directory | null): Pick<ExifMoment, 'latitude' | 'longitude'> {
  const latitude = degrees(gps, { value: LATITUDE, side: LATITUDE_SIDE, most: 90, negative: 'S' })
  const longitude = degrees(gps, {
    ...{ value: LONGITUDE, side: LONGITUDE_SIDE, most: 180, negative: 'W' },
  })
  const isWhole = latitude !== null && longitude !== null
  // Cameras that wait for their position write zeros.
  const isNowhere = latitude === 0 && longitude === 0
  return isWhole && !isNowhere ? { latitude, longitude } : { latitude: null, longitude: null }
}

function degrees(
  gps: Directory | null,
  tag: { readonly value: number; readonly side: number; readonly most: number; negative: string },
): number | null {
  const [whole, minutes = 0, seconds = 0] = gps?.rationals(tag.value) ?? []
  if (whole === undefined) return null
  const value = whole + minutes / 60 + seconds / 3600
  if (!Number.isFinite(value) || value > tag.most) return null
  return gps?.text(tag.side)?.startsWith(tag.negative) === true ? -value : value
}

const WRITTEN = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/

function instantOf(text: string, offset: string | null): number | null {
  const [, year, month, day, time] = WRITTEN.exec(text) ?? []
  if (time === undefined) return null
  const zone = offset !== null && OFFSET.test(offset) ? offset : '+07:00'
  const at = Date.parse(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isFinite(at) ? at : null
}
