import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { MEDIA_TYPES, type MediaType, mediaTypeOf } from '../../lib/files/media-type-of.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { stripLocation } from '../../lib/files/strip-location.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import { invalidField } from '../guard/parse-input.ts'

export const MAX_PAPER_BYTES = 10 * 1024 * 1024

/** A file as it was handed in. */
export type HandedIn = { readonly fileName: string; readonly bytes: Uint8Array }

/** A file as it is kept. */
export type AcceptedPaper = HandedIn & {
  readonly mediaType: MediaType
  readonly sha256: string
}

/**
 * A file that may be kept with a thing. What kind it is is told by its bytes; pictures lose where and
 * when they were taken. Throws `invalid_input` on `file` for what is not kept.
 */
export async function acceptPaper(
  { fileName, bytes: given }: HandedIn,
  only?: { readonly kinds: readonly MediaType[]; readonly otherwise: LocalText },
): Promise<AcceptedPaper> {
  if (given.length === 0) {
    throw invalidField(
      'file',
      fileName === '' ? SITE_REFUSALS.fileMissing : SITE_REFUSALS.fileEmpty,
    )
  }
  if (given.length > MAX_PAPER_BYTES) throw invalidField('file', SITE_REFUSALS.fileTooLarge)
  const mediaType = mediaTypeOf(given)
  const isKept = mediaType !== null && (only === undefined || only.kinds.includes(mediaType))
  if (!isKept) throw invalidField('file', only?.otherwise ?? SITE_REFUSALS.fileKind)
  const bytes = stripLocation(given, mediaType)
  if (bytes === null) throw invalidField('file', SITE_REFUSALS.pictureBroken)
  return {
    mediaType,
    bytes,
    fileName: tidyName(fileName, mediaType),
    sha256: await sha256Hex(bytes),
  }
}

/** The name as sent, without folders and control characters, ending as its kind does. */
function tidyName(name: string, mediaType: MediaType): string {
  const last = normaliseText(name, 'NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{Cc}\p{Cf}\s"<>|:*?]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
  return `${stem === '' ? 'giay-to' : stem}.${MEDIA_TYPES[mediaType]}`
}
