import { PHOTO_ENDINGS, type PhotoType } from '../../lib/files/photo-types.ts'

const ADDRESS = /^\/media\/([0-9a-f]{64})\.(jpg|png|webp)$/

/** Where a picture lies for everybody: by what it is, so that what lies there never changes. */
export function mediaAddress(picture: {
  readonly sha256: string
  readonly mediaType: PhotoType
}): string {
  return `/media/${picture.sha256}.${PHOTO_ENDINGS[picture.mediaType]}`
}

/** The picture an address names; null for an address that is none of ours. */
export function readMediaAddress(
  address: string,
): { readonly sha256: string; readonly ending: string } | null {
  const [, sha256, ending] = ADDRESS.exec(address) ?? []
  return sha256 === undefined || ending === undefined ? null : { sha256, ending }
}

/** Where the file store keeps it. */
export function mediaKey(sha256: string): string {
  return `media/${sha256}`
}
