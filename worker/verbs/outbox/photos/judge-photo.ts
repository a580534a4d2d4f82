import { PHOTO_REFUSALS } from '../../../copy/refusals/photos.ts'
import { LONGEST_SIDE } from '../../../domain/products/product-images.ts'
import { type ExifMoment, exifMoment } from '../../../lib/files/exif-moment.ts'
import { photoKindOf } from '../../../lib/files/photo-kind-of.ts'
import type { PhotoType } from '../../../lib/files/photo-types.ts'
import { type PictureSize, pictureSizeOf } from '../../../lib/files/picture-size.ts'
import { stripLocation } from '../../../lib/files/strip-location.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { Problem } from '../../errors.ts'

/** More than any telephone makes; what draws it must hold four bytes a pixel. */
const MOST_PIXELS = 40_000_000

export type JudgedPhoto = PictureSize & ExifMoment & { readonly mediaType: PhotoType }

/**
 * What a photo is, by its bytes and headers; nothing is decoded. Throws `unsupported_media_type` for
 * what is none that can be shown, and `payload_too_large` for one of too many pixels.
 */
export function judgePhoto(bytes: Uint8Array): JudgedPhoto {
  if (bytes.length === 0) throw noPhoto(PHOTO_REFUSALS.missing)
  const kind = photoKindOf(bytes)
  if (kind === 'heic' || kind === 'video' || kind === 'pdf' || kind === 'other') {
    throw noPhoto(PHOTO_REFUSALS[kind])
  }
  // What cannot be followed could not be given out without where it was taken.
  const bare = stripLocation(bytes, kind)
  const size = bare === null ? null : pictureSizeOf(bare, kind)
  if (size === null) throw noPhoto(PHOTO_REFUSALS.broken)
  const isTooLong = Math.max(size.width, size.height) > LONGEST_SIDE
  if (isTooLong || size.width * size.height > MOST_PIXELS) {
    throw new Problem({ code: 'payload_too_large', text: PHOTO_REFUSALS.tooManyPixels })
  }
  return { ...size, ...exifMoment(bytes), mediaType: kind }
}

export function tooLarge(): Problem {
  return new Problem({ code: 'payload_too_large', text: PHOTO_REFUSALS.tooLarge })
}

function noPhoto(text: LocalText): Problem {
  return new Problem({ code: 'unsupported_media_type', text })
}
