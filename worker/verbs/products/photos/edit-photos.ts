import * as z from 'zod'
import { markPicturesRemoved } from '../../../../db/queries/product-pictures.ts'
import { PHOTO_REFUSALS } from '../../../copy/refusals/photos.ts'
import { readMediaAddress } from '../../../domain/products/media-address.ts'
import {
  withImageAt,
  withImageChanged,
  withoutImage,
} from '../../../domain/products/product-images.ts'
import { readText } from '../../../resources/read-text.ts'
import type { VerbContext } from '../../context.ts'
import { parseInput } from '../../guard/parse-input.ts'
import { conflict, editedMeanwhile } from '../../guard/refusals.ts'
import { changeImages } from './change-images.ts'

/** A photo of a product, by its address. */
type Photo = { readonly productId: string; readonly url: string }

const descriptionInput = z.object({
  alt: readText({ max: 200, read: (text) => text, blank: null }),
})

/** Says what a photo shows. `was` is what the form said before: of two who write at once the second is told. */
export async function describePhoto(
  ctx: VerbContext,
  { productId, url, ...typed }: Photo & { readonly alt: string; readonly was: string },
): Promise<boolean> {
  const { alt } = parseInput(descriptionInput, typed)
  return changeImages(ctx, {
    productId,
    to: (images) => {
      const now = images.find((image) => image.url === url)
      if (now === undefined) throw conflict(PHOTO_REFUSALS.gone)
      if (now.alt !== typed.was && now.alt !== alt) throw editedMeanwhile()
      return withImageChanged(images, { url, alt })
    },
  })
}

/** Puts a photo at a place, counted from 0: sent twice it stands where it was to stand. */
export async function movePhoto(
  ctx: VerbContext,
  { productId, url, at }: Photo & { readonly at: number },
): Promise<boolean> {
  return changeImages(ctx, { productId, to: (images) => withImageAt(images, { url, at }) })
}

/** Takes a photo out; its file stays as long as a document names it. Done twice it is done once. */
export async function removePhoto(ctx: VerbContext, { productId, url }: Photo): Promise<boolean> {
  const ours = readMediaAddress(url)
  return changeImages(ctx, {
    productId,
    to: (images) => withoutImage(images, url),
    statements:
      ours === null
        ? []
        : [
            markPicturesRemoved(ctx.db, {
              ...{ productId, originalSha256: ours.sha256, at: ctx.now() },
            }),
          ],
  })
}
