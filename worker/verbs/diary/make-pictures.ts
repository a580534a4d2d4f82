import * as z from 'zod'
import {
  type DiaryPictureRow,
  type EntryPhoto,
  keepDiaryPicture,
  readPhotosToMake,
} from '../../../db/queries/diary-photos.ts'
import { mediaKey } from '../../domain/products/media-address.ts'
import { PICTURE_WIDTHS } from '../../domain/products/product-images.ts'
import { photoKindOf } from '../../lib/files/photo-kind-of.ts'
import { PHOTO_TYPES, type PhotoType } from '../../lib/files/photo-types.ts'
import { pictureSizeOf } from '../../lib/files/picture-size.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import { jobKind, type OpenJob } from '../background/job-kind.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { loadEntry } from './load-entry.ts'

/** As for products: decoded, more pixels would take more than a Worker has. */
const MOST_DECODED = 6_000_000

/**
 * Makes what is shown of an entry's photos: each without where and when it was taken, and smaller ones of
 * it. One whose file is gone, or that no decoder can read, is passed over.
 */
export const makePictures = jobKind({
  name: 'diary.photo',
  input: z.object({ entryId: z.string() }),
  cursor: z.object({ made: z.int() }),
  canBeCancelled: false,
  run: async function* (job) {
    const { ctx, input } = job
    const photos = await readPhotosToMake(ctx.db, input.entryId)
    for (const [index, photo] of photos.entries()) {
      const made = await picturesOf(job, photo)
      const statements = made.map((row) => keepDiaryPicture(ctx.db, row))
      yield { statements, cursor: { made: index + 1 }, done: index + 1, total: photos.length }
    }
    // Documents of batches show them from now on.
    const entry = await loadEntry(ctx, input.entryId, 'diary.write')
    const { siteId, occurredOn } = entry
    await change(ctx, {
      may: 'diary.write',
      target: targetOf(entry),
      ...{ statements: [], audit: [], touches: { works: [{ siteId, occurredOn }] } },
    })
    return { result: null }
  },
})

type Job = OpenJob<{ readonly entryId: string }, { readonly made: number }>

async function picturesOf(
  { ctx, files, pictures }: Job,
  photo: EntryPhoto,
): Promise<DiaryPictureRow[]> {
  const given = await files.get(photo.storeKey)
  const type = given === null ? undefined : PHOTO_TYPES.find((each) => each === photoKindOf(given))
  const bytes = given === null || type === undefined ? null : stripLocation(given, type)
  const size = bytes === null || type === undefined ? null : pictureSizeOf(bytes, type)
  if (bytes === null || size === null || type === undefined) return []
  const whole = { bytes, type, ...size }
  const widths = Object.values(PICTURE_WIDTHS).filter((width) => width < size.width)
  const isTooLarge = size.width * size.height > MOST_DECODED
  const small =
    isTooLarge || widths.length === 0
      ? []
      : await pictures.shrink({ bytes, type, widths, giveWay: ctx.giveWay })
  const all = [whole, ...small.map((made) => ({ ...made, type: 'image/jpeg' as const }))]
  return Promise.all(all.map((made) => keep({ ctx, files }, { photo, made })))
}

async function keep(
  { ctx, files }: Pick<Job, 'ctx' | 'files'>,
  given: {
    readonly photo: EntryPhoto
    readonly made: {
      readonly bytes: Uint8Array
      readonly type: PhotoType
      readonly width: number
      readonly height: number
    }
  },
): Promise<DiaryPictureRow> {
  const { bytes, type, width, height } = given.made
  const sha256 = await sha256Hex(bytes)
  await files.put(mediaKey(sha256), bytes)
  return {
    originalSha256: given.photo.sha256,
    ...{ sha256, mediaType: type, width, height },
    ...{ bytes: bytes.length, createdAt: ctx.now() },
  }
}
