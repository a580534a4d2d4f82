import type { Database } from '../../../db/client.ts'
import type { FileStore } from '../../platform/file-store.ts'

const DAY_MS = 86_400_000

export type Cleaner = { readonly db: Database; readonly files: FileStore }

/** A kind of file that goes by itself: from when on, how many at a time, and in which order with its row. */
export type OldFiles<Row> = {
  /** Days it stays at the least. */
  readonly keepDays: number
  readonly perStep: number
  /** Portions of one call; what is left goes the next time. */
  readonly steps: number
  readonly list: (
    db: Database,
    asked: { readonly before: number; readonly limit: number },
  ) => Promise<readonly Row[]>
  /** Takes one away, row and file. */
  readonly remove: (cleaner: Cleaner, row: Row) => Promise<void>
}

/** Takes away the files of a kind that are old enough, portion by portion; gives how many were due. */
export async function removeOldFiles<Row>(
  { db, files, now }: Cleaner & { readonly now: number },
  { keepDays, perStep, steps, list, remove }: OldFiles<Row>,
): Promise<number> {
  const before = now - keepDays * DAY_MS
  let due = 0
  for (let step = 0; step < steps; step++) {
    const rows = await list(db, { before, limit: perStep })
    for (const row of rows) await remove({ db, files }, row)
    due += rows.length
    if (rows.length < perStep) break
  }
  return due
}
