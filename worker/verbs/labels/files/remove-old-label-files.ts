import type { Database } from '../../../../db/client.ts'
import {
  deleteLabelFile,
  type LabelFileRow,
  listOldLabelFiles,
} from '../../../../db/queries/label-files.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { KEEP_DAYS } from './load-label-file.ts'
import { notesKey, partKey } from './part-keys.ts'

const DAY_MS = 86_400_000
const PER_RUN = 50

/** Drops label files a week old: they can be made again. */
export async function removeOldLabelFiles(input: {
  readonly db: Database
  readonly files: FileStore
  readonly now: number
}): Promise<void> {
  const { db, files, now } = input
  const before = now - KEEP_DAYS * DAY_MS
  for (const row of await listOldLabelFiles(db, { before, limit: PER_RUN })) {
    await removeParts(files, row)
    // Last: a row without its file is asked for again, a file without its row by nobody.
    await deleteLabelFile(db, row.id)
  }
}

/** One more than is noted: whoever was at work may have been stopped right after storing it. */
async function removeParts(files: FileStore, { id, generation, parts }: LabelFileRow) {
  for (let part = 0; part <= parts + 1; part++) {
    await files.remove(partKey({ id, generation, part }))
    await files.remove(notesKey({ id, generation, part }))
  }
}
