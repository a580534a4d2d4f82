import type { ImageView } from '../standing/provenance.ts'

/** Photos a product may have. */
export const MOST_PHOTOS = 12

/** Pixels to a side: as far as a JPEG goes. */
export const LONGEST_SIDE = 65_535

/** Widths at which smaller pictures are made of a photo, in pixels: for a page, and for a list. */
export const PICTURE_WIDTHS = { page: 800, list: 320 } as const

export type ImageSize = Omit<ImageView, 'alt'>

/** A picture of a product, with the smaller ones made of it; absent until they are made. */
export type ProductImage = ImageView & { readonly sizes?: readonly ImageSize[] | undefined }

/** A picture as it is shown where there is so much room: the smallest that fills it, else the largest. */
export function imageFor(image: ProductImage, room: keyof typeof PICTURE_WIDTHS): ImageView {
  const { alt, sizes = [], ...whole } = image
  const wide = [...sizes, whole]
    .toSorted((a, b) => a.width - b.width)
    .find(({ width }) => width >= PICTURE_WIDTHS[room])
  return { ...(wide ?? whole), alt }
}

/** With one more at the end; the same list where it is there already. */
export function withImage(
  images: readonly ProductImage[],
  image: ProductImage,
): readonly ProductImage[] {
  return images.some(({ url }) => url === image.url) ? images : [...images, image]
}

export function withoutImage(
  images: readonly ProductImage[],
  url: string,
): readonly ProductImage[] {
  const left = images.filter((image) => image.url !== url)
  return left.length === images.length ? images : left
}

/** With one of them at a place, counted from 0; the same list where it stands there, or is not there. */
export function withImageAt(
  images: readonly ProductImage[],
  { url, at }: { readonly url: string; readonly at: number },
): readonly ProductImage[] {
  const from = images.findIndex((image) => image.url === url)
  const moved = images[from]
  const to = Math.max(0, Math.min(images.length - 1, at))
  if (moved === undefined || from === to) return images
  return images.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** With one of them saying otherwise; the same list where nothing of it differs. */
export function withImageChanged(
  images: readonly ProductImage[],
  { url, ...said }: { readonly url: string } & Partial<Pick<ProductImage, 'alt' | 'sizes'>>,
): readonly ProductImage[] {
  const before = images.find((image) => image.url === url)
  const after = before === undefined ? undefined : { ...before, ...said }
  if (after === undefined || JSON.stringify(after) === JSON.stringify(before)) return images
  return images.map((image) => (image === before ? after : image))
}
