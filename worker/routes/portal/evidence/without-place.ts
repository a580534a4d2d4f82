import { type MediaType, mediaTypeOf } from '../../../lib/files/media-type-of.ts'
import { stripLocation } from '../../../lib/files/strip-location.ts'

/** A file of evidence for whoever it concerns: a photo without where it was taken. */
export function withoutPlace(_: { readonly mediaType: string }, bytes: Uint8Array): Uint8Array {
  const kind: MediaType | null = mediaTypeOf(bytes)
  const stripped = kind === null ? null : stripLocation(bytes, kind)
  if (stripped === null) throw new Error('a picture that was accepted cannot be followed')
  return stripped
}
