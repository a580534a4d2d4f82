import { readPicture } from '../../../../db/queries/product-pictures.ts'
import { mediaKey, readMediaAddress } from '../../../domain/products/media-address.ts'
import { PHOTO_ENDINGS, type PhotoType } from '../../../lib/files/photo-types.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { type PublicReadDeps, readFresh } from '../../documents/read-fresh.ts'

/** A picture that a product has or had, by its address; null for whatever else the file store keeps. */
export async function findPicture(
  deps: PublicReadDeps & { readonly files: FileStore },
  address: string,
): Promise<{ readonly mediaType: PhotoType; readonly bytes: Uint8Array } | null> {
  const named = readMediaAddress(address)
  if (named === null) return null
  const { sha256, ending } = named
  const { value: row } = await readFresh(deps, {
    key: `picture-1:${sha256}`,
    load: () => readPicture(deps.db(), sha256),
  })
  if (row === null || PHOTO_ENDINGS[row.mediaType] !== ending) return null
  const bytes = await deps.files.get(mediaKey(sha256))
  return bytes === null ? null : { mediaType: row.mediaType, bytes }
}
