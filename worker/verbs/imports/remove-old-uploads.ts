import type { Database } from '../../../db/client.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { deleteUpload, listOldUploads } from '../../../db/queries/uploads.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { refusedKey } from './refused-rows.ts'

const DAY_MS = 86_400_000
const PER_STEP = 100
const STEPS = 20

/** Takes away files that were handed in more than a day ago; gives how many. */
export async function removeOldUploads(input: {
  readonly db: Database
  readonly files: FileStore
  readonly now: number
}): Promise<number> {
  const { db, files, now } = input
  let removed = 0
  for (let step = 0; step < STEPS; step++) {
    const old = await listOldUploads(db, { before: now - DAY_MS, limit: PER_STEP })
    for (const { id, storeKey } of old) {
      // The file first: a row without a file is found again, a file without a row never.
      await files.remove(storeKey)
      await files.remove(refusedKey(id))
      // By the clock and by nobody: no `change()`.
      await runBatch(db, [deleteUpload(db, id)])
      removed += 1
    }
    if (old.length < PER_STEP) break
  }
  return removed
}
