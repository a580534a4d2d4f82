import type { Database } from '../../../../db/client.ts'
import { deleteUnusedPhoto, listUnusedPhotos } from '../../../../db/queries/outbox-photos.ts'
import type { FileStore } from '../../../platform/file-store.ts'

const DAY_MS = 86_400_000
/** A telephone may be away for weeks between its photos and their record. */
const KEEP_DAYS = 30
const PER_STEP = 100
const STEPS = 50

/** Drops photos that no record has shown for a month; a device that still has them sends them again. */
export async function removeUnusedPhotos(input: {
  readonly db: Database
  readonly files: FileStore
  readonly now: number
}): Promise<void> {
  const { db, files, now } = input
  const before = now - KEEP_DAYS * DAY_MS
  for (let step = 0; step < STEPS; step++) {
    const old = await listUnusedPhotos(db, { before, limit: PER_STEP })
    for (const photo of old) {
      // The row first: a record that comes at this moment either finds it and keeps it, or waits.
      if (await deleteUnusedPhoto(db, photo)) await files.remove(photo.storeKey)
    }
    if (old.length < PER_STEP) return
  }
}
