import { PHOTO_REFUSALS } from '../../copy/refusals/photos.ts'
import { LONGEST_SIDE } from '../../domain/products/product-images.ts'
import { photoKindOf } from '../../lib/files/photo-kind-of.ts'
import type { PhotoType } from '../../lib/files/photo-types.ts'
import { type PictureSize, pictureSizeOf } from '../../lib/files/picture-size.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { invalidField } from '../guard/parse-input.ts'

export const MAX_PHOTO_BYTES = 10 * 1024 * 1024
/** More than any telephone makes; what a browser must hold to draw it is four bytes a pixel. */
const MOST_PIXELS = 40_000_000

/**
 * Photos of more pixels are not decoded: this many take 24 MB in the decoder and as much again outside
 * it, of the 128 MB a Worker has.
 */
export const MOST_DECODED = 6_000_000

export type AcceptedPhoto = PictureSize & {
  readonly bytes: Uint8Array
  readonly mediaType: PhotoType
}

/**
 * A photo handed in, without where and when it was taken. The kind of file is told by its bytes and its
 * size by its headers. Throws `invalid_input` on `file` for what is not taken.
 */
export function acceptPhoto(
  given: Uint8Array,
  {
    mostPixels,
    tooManyPixels,
  }: { readonly mostPixels: number; readonly tooManyPixels: LocalText } = {
    mostPixels: MOST_PIXELS,
    tooManyPixels: PHOTO_REFUSALS.tooManyPixels,
  },
): AcceptedPhoto {
  if (given.length === 0) throw refusedPhoto(PHOTO_REFUSALS.missing)
  if (given.length > MAX_PHOTO_BYTES) throw refusedPhoto(PHOTO_REFUSALS.tooLarge)
  const kind = photoKindOf(given)
  if (kind === 'heic' || kind === 'video' || kind === 'pdf' || kind === 'other') {
    throw refusedPhoto(PHOTO_REFUSALS[kind])
  }
  const bytes = stripLocation(given, kind)
  const size = bytes === null ? null : pictureSizeOf(bytes, kind)
  if (bytes === null || size === null) throw refusedPhoto(PHOTO_REFUSALS.broken)
  const isTooLong = Math.max(size.width, size.height) > LONGEST_SIDE
  if (isTooLong || size.width * size.height > mostPixels) throw refusedPhoto(tooManyPixels)
  return { ...size, bytes, mediaType: kind }
}

/** Refuses the file that was chosen. */
export function refusedPhoto(text: LocalText) {
  return invalidField('file', text)
}
