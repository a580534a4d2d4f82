import * as z from 'zod'
import { keepPicture } from '../../../../db/queries/product-pictures.ts'
import { PHOTO_REFUSALS } from '../../../copy/refusals/photos.ts'
import { mediaAddress, mediaKey } from '../../../domain/products/media-address.ts'
import { MOST_PHOTOS, withImage } from '../../../domain/products/product-images.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import { optionalText } from '../../../resources/read-text.ts'
import { openJob } from '../../background/open-job.ts'
import { actorText, type FileCall } from '../../context.ts'
import { parseInput } from '../../guard/parse-input.ts'
import { acceptPhoto, refusedPhoto } from '../../papers/accept-photo.ts'
import { loadProduct } from '../load-product.ts'
import { changeImages } from './change-images.ts'
import { makeSizes } from './make-sizes.ts'

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
}: FileCall<{
  readonly productId: string
  readonly alt: string
  readonly bytes: Uint8Array
}>): Promise<AddedPhoto> {
  const { productId } = input
  const product = await loadProduct(ctx, productId, 'batches.write')
  const alt = parseInput(photoInput, input).alt ?? product.name
  const { bytes, mediaType, width, height } = acceptPhoto(input.bytes)
  const sha256 = await sha256Hex(bytes)
  const url = mediaAddress({ sha256, mediaType })
  const isThere = product.images.some((image) => image.url === url)
  if (!isThere && product.images.length >= MOST_PHOTOS) throw refusedPhoto(PHOTO_REFUSALS.enough)
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
      if (more.length > MOST_PHOTOS) throw refusedPhoto(PHOTO_REFUSALS.enough)
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
