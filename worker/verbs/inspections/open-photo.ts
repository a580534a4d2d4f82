import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { mediaTypeOf } from '../../lib/files/media-type-of.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { FileCall } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { openInspection } from './show-inspection.ts'

/**
 * A photo of minutes as it was sent; without its place for who does not inspect. Throws `conflict` where
 * it is not what was sent.
 */
export async function openInspectionPhoto({
  ctx,
  files,
  input,
}: FileCall<{ readonly id: string; readonly sha256: string }>): Promise<{
  readonly bytes: Uint8Array
  readonly mediaType: string
}> {
  const { row, target } = await openInspection(ctx, input.id, 'inspections.read')
  const photo = row.photos.find(({ sha256 }) => sha256 === input.sha256)
  const bytes = photo === undefined ? null : await files.get(photo.storeKey)
  if (photo === undefined || bytes === null) throw notFound(THINGS.paper)
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null || (await sha256Hex(bytes)) !== photo.sha256) {
    throw conflict(W.photoAltered)
  }
  if (mayDo(ctx.actor, 'inspections.write', target)) return { bytes, mediaType }
  const stripped = stripLocation(bytes, mediaType)
  if (stripped === null) throw conflict(W.photoAltered)
  return { bytes: stripped, mediaType }
}
