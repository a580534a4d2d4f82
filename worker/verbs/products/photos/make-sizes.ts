import * as z from 'zod'
import { keepPicture } from '../../../../db/queries/product-pictures.ts'
import { mediaAddress, mediaKey, readMediaAddress } from '../../../domain/products/media-address.ts'
import {
  type ImageSize,
  PICTURE_WIDTHS,
  withImageChanged,
} from '../../../domain/products/product-images.ts'
import { photoKindOf } from '../../../lib/files/photo-kind-of.ts'
import { PHOTO_TYPES } from '../../../lib/files/photo-types.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import { jobKind } from '../../background/job-kind.ts'
import { actorText } from '../../context.ts'
import { MOST_DECODED } from '../../papers/accept-photo.ts'
import { loadProduct } from '../load-product.ts'
import { changeImages } from './change-images.ts'

/** Makes the smaller pictures of a photo. One gone meanwhile, or none a decoder can read, stays as it is. */
export const makeSizes = jobKind({
  name: 'product.photo',
  input: z.object({ productId: z.string(), url: z.string() }),
  cursor: z.object({}),
  canBeCancelled: false,
  run: async function* ({ ctx, files, pictures, input }) {
    const { productId, url } = input
    const { images } = await loadProduct(ctx, productId, 'batches.write')
    const image = images.find((each) => each.url === url)
    const original = readMediaAddress(url)
    const bytes = original === null ? null : await files.get(mediaKey(original.sha256))
    const widths = Object.values(PICTURE_WIDTHS).filter((width) => width < (image?.width ?? 0))
    if (image === undefined || original === null || bytes === null) return { result: null }
    const type = PHOTO_TYPES.find((each) => each === photoKindOf(bytes))
    // Shown as it is; where the page's script ran none is so large.
    const isTooLarge = image.width * image.height > MOST_DECODED
    if (type === undefined || isTooLarge || widths.length === 0) return { result: null }
    const made = await pictures.shrink({ bytes, type, widths, giveWay: ctx.giveWay })
    const sizes: ImageSize[] = []
    const statements = []
    for (const { bytes: small, width, height } of made) {
      const sha256 = await sha256Hex(small)
      const picture = { sha256, mediaType: 'image/jpeg' as const }
      await files.put(mediaKey(sha256), small)
      sizes.push({ url: mediaAddress(picture), width, height })
      statements.push(
        keepPicture(ctx.db, {
          ...{ ...picture, productId, originalSha256: original.sha256, width, height },
          ...{ bytes: small.length, createdAt: ctx.now(), actor: actorText(ctx.actor) },
        }),
      )
      yield { statements: [], cursor: {}, done: sizes.length, total: widths.length }
    }
    if (sizes.length === 0) return { result: null }
    await changeImages(ctx, {
      ...{ productId, statements, isTold: false },
      to: (now) => withImageChanged(now, { url, sizes }),
    })
    return { result: null }
  },
})
