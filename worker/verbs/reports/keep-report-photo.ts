import { countReportPhotos } from '../../../db/queries/reports.ts'
import { PHOTO_REFUSALS } from '../../copy/refusals/photos.ts'
import { REPORT_REFUSALS } from '../../copy/refusals/reports.ts'
import { photoKindOf } from '../../lib/files/photo-kind-of.ts'
import { pictureSizeOf } from '../../lib/files/picture-size.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { VerbContext } from '../context.ts'
import { Problem, type ProblemCode } from '../errors.ts'

export const MAX_REPORT_PHOTO_BYTES = 10 * 1024 * 1024
const DAY_MS = 86_400_000
/** Of one label and reason, and of all together, in a day: whoever sends more tells nothing new. */
const MOST_SAME = 20
const MOST_ALL = 2_000

export type KeptPhoto = { readonly photoKey: string; readonly photoType: string }

/**
 * Keeps the photo of a report, without where and when it was taken; null where so many came already
 * that it is left out. Throws 413 and 415 for what is no photo we take.
 */
export async function keepReportPhoto(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  input: {
    readonly files: FileStore
    readonly bytes: Uint8Array
    readonly joinKey: string | null
    /** Where the same photo always lies, however many reports show it. */
    readonly photoKey?: string
  },
): Promise<KeptPhoto | null> {
  const { files, joinKey } = input
  const { bytes, mediaType } = acceptedPhoto(input.bytes)
  const since = ctx.now() - DAY_MS
  const count = await countReportPhotos(ctx.db, { since, joinKey, most: MOST_ALL })
  if (count.all >= MOST_ALL || count.same >= MOST_SAME) return null
  const photoKey = input.photoKey ?? `reports/${ctx.newId()}`
  const there = input.photoKey === undefined ? null : await files.get(photoKey)
  // One that another report shows is not touched; a shorter one was cut off while it was kept.
  if (there?.length !== bytes.length) await files.put(photoKey, bytes)
  return { photoKey, photoType: mediaType }
}

function acceptedPhoto(given: Uint8Array) {
  if (given.length > MAX_REPORT_PHOTO_BYTES) {
    throw refused('payload_too_large', REPORT_REFUSALS.photoTooLarge)
  }
  const kind = photoKindOf(given)
  if (kind === 'heic' || kind === 'video' || kind === 'pdf' || kind === 'other') {
    throw refused('unsupported_media_type', PHOTO_REFUSALS[kind])
  }
  const bytes = stripLocation(given, kind)
  if (bytes === null || pictureSizeOf(bytes, kind) === null) {
    throw refused('unsupported_media_type', PHOTO_REFUSALS.broken)
  }
  return { bytes, mediaType: kind }
}

function refused(code: ProblemCode, text: LocalText): Problem {
  return new Problem({ code, text, errors: [{ path: 'photo', text }] })
}
