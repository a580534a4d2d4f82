import {
  deleteUnusedPhoto,
  listUnusedPhotos,
  type OutboxPhotoRow,
} from '../../../../db/queries/outbox-photos.ts'
import type { OldFiles } from '../../papers/remove-old-files.ts'

/** Photos that no record has shown for a month; a device that still has them sends them again. */
export const UNUSED_PHOTOS: OldFiles<OutboxPhotoRow> = {
  // A telephone may be away for weeks between its photos and their record.
  keepDays: 30,
  perStep: 100,
  steps: 50,
  list: listUnusedPhotos,
  remove: async ({ db, files }, photo) => {
    // The row first: a record that comes at this moment either finds it and keeps it, or waits.
    if (await deleteUnusedPhoto(db, photo)) await files.remove(photo.storeKey)
  },
}
