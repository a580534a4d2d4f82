import { sha256Hex } from '../../../worker/lib/files/sha256-hex.ts'
import type { KeptPhoto, Photo } from './record.ts'

/** Photos with their hashes, in order; the same photo twice is two of the same hash. */
export async function keptPhotos(
  accountId: string,
  photos: readonly Photo[],
): Promise<readonly KeptPhoto[]> {
  const kept: KeptPhoto[] = []
  for (const { bytes, mediaType } of photos) {
    const sha256 = await sha256Hex(bytes)
    kept.push({ accountId, sha256, bytes, mediaType, isBegun: false, isThere: false })
  }
  return kept
}

/** Each once: what is kept and sent for a record that shows one photo in two places. */
export function distinctPhotos(photos: readonly KeptPhoto[]): readonly KeptPhoto[] {
  return [...new Map(photos.map((photo) => [photo.sha256, photo])).values()]
}
