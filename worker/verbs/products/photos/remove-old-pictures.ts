import type { Database } from '../../../../db/client.ts'
import {
  deletePicture,
  listDroppablePictures,
  readPicture,
} from '../../../../db/queries/product-pictures.ts'
import { mediaKey } from '../../../domain/products/media-address.ts'
import type { FileStore } from '../../../platform/file-store.ts'

const DAY_MS = 86_400_000
/** Pages kept while a database is away are a day old at most; people's own copies may be older. */
const KEEP_DAYS = 30
const PER_RUN = 200

/** Drops the files of photos taken out a month ago that no document names any more. */
export async function removeOldPictures(input: {
  readonly db: Database
  readonly files: FileStore
  readonly now: number
}): Promise<void> {
  const { db, files, now } = input
  const before = now - KEEP_DAYS * DAY_MS
  for (const picture of await listDroppablePictures(db, { before, limit: PER_RUN })) {
    await deletePicture(db, picture)
    // Another product may have the very same one.
    if ((await readPicture(db, picture.sha256)) === null) {
      await files.remove(mediaKey(picture.sha256))
    }
  }
}
