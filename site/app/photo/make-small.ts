import type { Photo } from '../outbox/record.ts'
import { exifOf, withExif } from './exif.ts'

/** What making a photo small came to. */
export type SmallPhoto =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly why: 'not_a_picture' | 'too_large' }

/** Enough to read a label on a bottle, and little enough for a village's network. */
const SIDE_PX = 1_600
const AIM_BYTES = 400 * 1024
const QUALITIES = [0.82, 0.7, 0.6, 0.5, 0.4] as const
/** As it came, where this phone cannot draw it; the server takes no more. */
const MOST_BYTES = 10 * 1024 * 1024

/**
 * A photo as it is sent: at most 1,600 px and about 400 KiB, upright, with what its camera said of when
 * and where it was taken, which the server keeps to itself.
 */
export async function makeSmall(file: Blob): Promise<SmallPhoto> {
  if (file.type !== '' && !file.type.startsWith('image/'))
    return { ok: false, why: 'not_a_picture' }
  const drawn = await draw(file)
  if (drawn === null) return asItCame(file)
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const jpeg = new Uint8Array(await drawn.arrayBuffer())
  return { ok: true, photo: { bytes: withExif(jpeg, exifOf(head)), mediaType: 'image/jpeg' } }
}

/** Where a camera writes what it says of the photo. */
const HEAD_BYTES = 256 * 1024

async function draw(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  try {
    const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const context = canvas.getContext('2d')
    if (context === null) return null
    context.imageSmoothingQuality = 'high'
    // What was transparent would come out black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return await smallest(canvas)
  } finally {
    bitmap.close()
  }
}

/** The best of the qualities that is small enough, else the smallest. */
async function smallest(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let made: Blob | null = null
  for (const quality of QUALITIES) {
    made = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality)
    })
    if (made !== null && made.size <= AIM_BYTES) break
  }
  return made
}

/** HEIC on a phone that cannot draw it, say: the server knows more kinds than the browser. */
async function asItCame(file: Blob): Promise<SmallPhoto> {
  if (!file.type.startsWith('image/')) return { ok: false, why: 'not_a_picture' }
  if (file.size > MOST_BYTES) return { ok: false, why: 'too_large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { ok: true, photo: { bytes, mediaType: file.type } }
}
