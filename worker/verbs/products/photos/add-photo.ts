import * as z from 'zod'
import { keepPicture } from '../../../../db/queries/product-pictures.ts'
import { PHOTO_REFUSALS } from '../../../copy/refusals/photos.ts'
import { mediaAddress, mediaKey } from '../../../domain/products/media-address.ts'
import { LONGEST_SIDE, MOST_PHOTOS, withImage } from '../../../domain/products/product-images.ts'
import { photoKindOf } from '../../../lib/files/photo-kind-of.ts'
import type { PhotoType } from '../../../lib/files/photo-types.ts'
import { type PictureSize, pictureSizeOf } from '../../../lib/files/picture-size.ts'
import { stripLocation } from '../../../lib/files/strip-location.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { optionalText } from '../../../resources/read-text.ts'
import { openJob } from '../../background/open-job.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { invalidInput, parseInput } from '../../guard/parse-input.ts'
import { toHex } from '../../imports/to-hex.ts'
import { loadProduct } from '../load-product.ts'
import { changeImages } from './change-images.ts'
import { makeSizes } from './make-sizes.ts'

export const MAX_PHOTO_BYTES = 10 * 1024 * 1024
/** More than any telephone makes; what a browser must hold to draw it is four bytes a pixel. */
const MOST_PIXELS = 40_000_000

const photoInput = z.object({ alt: optionalText(200) })

/** What became of a photo handed in; the job makes smaller ones of it. */
export type AddedPhoto = { readonly isNew: boolean; readonly jobId: string }

/**
 * Adds a photo behind those a product has. The kind of file is told by its bytes and its size by its
 * headers; it is stored without where and when it was taken. The very same photo sent again changes
 * nothing. Throws `invalid_input` on `file` for what is not kept and where there are enough.
 */
export async function addPhoto({
  ctx,
  files,
  input,
}: {
  ctx: VerbContext
  files: FileStore
  input: { readonly productId: string; readonly alt: string; readonly bytes: Uint8Array }
}): Promise<AddedPhoto> {
  const { productId } = input
  const product = await loadProduct(ctx, productId, 'batches.write')
  const alt = parseInput(photoInput, input).alt ?? product.name
  const { bytes, mediaType, width, height } = acceptedPhoto(input.bytes)
  const sha256 = toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  const url = mediaAddress({ sha256, mediaType })
  const isThere = product.images.some((image) => image.url === url)
  if (!isThere && product.images.length >= MOST_PHOTOS) throw refused(PHOTO_REFUSALS.enough)
  // A file without a row is rubbish, at an address nobody is told of; the other way round is a hole.
  await files.put(mediaKey(sha256), bytes)
  const job = openJob(ctx, {
    kind: makeSizes,
    subjectId: `${productId}/${sha256}`,
    input: { productId, url },
    unlessOpen: true,
  })
  const isNew = await changeImages(ctx, {
    productId,
    to: (images) => {
      const more = withImage(images, { url, alt, width, height })
      if (more.length > MOST_PHOTOS) throw refused(PHOTO_REFUSALS.enough)
      return more
    },
    statements: [
      keepPicture(ctx.db, {
        ...{ productId, sha256, originalSha256: sha256, mediaType, width, height },
        ...{ bytes: bytes.length, createdAt: ctx.now(), actor: actorText(ctx.actor) },
      }),
      job.statement,
    ],
  })
  return { isNew, jobId: job.id }
}

function acceptedPhoto(
  given: Uint8Array,
): PictureSize & { readonly bytes: Uint8Array; readonly mediaType: PhotoType } {
  if (given.length === 0) throw refused(PHOTO_REFUSALS.missing)
  if (given.length > MAX_PHOTO_BYTES) throw refused(PHOTO_REFUSALS.tooLarge)
  const kind = photoKindOf(given)
  if (kind === 'heic' || kind === 'video' || kind === 'pdf' || kind === 'other') {
    throw refused(PHOTO_REFUSALS[kind])
  }
  const bytes = stripLocation(given, kind)
  const size = bytes === null ? null : pictureSizeOf(bytes, kind)
  if (bytes === null || size === null) throw refused(PHOTO_REFUSALS.broken)
  const isTooLong = Math.max(size.width, size.height) > LONGEST_SIDE
  if (isTooLong || size.width * size.height > MOST_PIXELS) {
    throw refused(PHOTO_REFUSALS.tooManyPixels)
  }
  return { ...size, bytes, mediaType: kind }
}

function refused(text: LocalText) {
  return invalidInput([{ path: 'file', text }])
}
