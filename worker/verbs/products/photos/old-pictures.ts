import {
  deletePicture,
  listDroppablePictures,
  readPicture,
} from '../../../../db/queries/product-pictures.ts'
import { mediaKey } from '../../../domain/products/media-address.ts'
import type { OldFiles } from '../../papers/remove-old-files.ts'

/** Photos taken out a month ago that no document names any more. */
export const OLD_PICTURES: OldFiles<{ readonly productId: string; readonly sha256: string }> = {
  // Pages kept while a database is away are a day old at most; people's own copies may be older.
  keepDays: 30,
  perStep: 200,
  steps: 1,
  list: listDroppablePictures,
  remove: async ({ db, files }, picture) => {
    await deletePicture(db, picture)
    // Another product may have the very same one.
    if ((await readPicture(db, picture.sha256)) === null) {
      await files.remove(mediaKey(picture.sha256))
    }
  },
}
