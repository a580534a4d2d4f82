import { runBatch } from '../../../db/queries/run-batch.ts'
import { deleteUpload, listOldUploads } from '../../../db/queries/uploads.ts'
import type { OldFiles } from '../papers/remove-old-files.ts'
import { refusedKey } from './refused-rows.ts'

/** Lists that were handed in more than a day ago. */
export const OLD_UPLOADS: OldFiles<{ readonly id: string; readonly storeKey: string }> = {
  keepDays: 1,
  perStep: 100,
  steps: 20,
  list: listOldUploads,
  remove: async ({ db, files }, { id, storeKey }) => {
    // The file first: a row without a file is found again, a file without a row never.
    await files.remove(storeKey)
    await files.remove(refusedKey(id))
    // By the clock and by nobody: no `change()`.
    await runBatch(db, [deleteUpload(db, id)])
  },
}
