import { mediaTypeOf } from './media-type-of.ts'
import { PHOTO_TYPES, type PhotoType } from './photo-types.ts'

/** What people hand in for a photo that is none we keep; `other` for whatever else it may be. */
export type NoPhoto = 'heic' | 'video' | 'pdf' | 'other'

/** What a file handed in as a photo is, by its first bytes, whatever its name says. */
export function photoKindOf(bytes: Uint8Array): PhotoType | NoPhoto {
  const photo = PHOTO_TYPES.find((type) => type === mediaTypeOf(bytes.subarray(0, HEAD_BYTES)))
  if (photo !== undefined) return photo
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  // ISO base media (ISO/IEC 14496-12): the brand behind `ftyp` tells stills from moving pictures.
  if (ascii(bytes, 4, 8) === 'ftyp') return STILLS.has(ascii(bytes, 8, 12)) ? 'heic' : 'video'
  const isRiffVideo = ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'AVI '
  return isRiffVideo || ascii(bytes, 0, 4) === MATROSKA ? 'video' : 'other'
}

const HEAD_BYTES = 16
const STILLS: ReadonlySet<string> = new Set([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'],
])
/** EBML, of which WebM is made too. */
const MATROSKA = '\x1a\x45\xdf\xa3'

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
