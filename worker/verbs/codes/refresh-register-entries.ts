import type { Database } from '../../../db/client.ts'
import {
  addMissingEntries,
  clearEntriesStatements,
  type EntryTargets,
  registerEntryStatements,
  tidyIndex,
} from '../../../db/queries/register-entries.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'

/**
 * Makes the public register's entries of some codes anew: give it the codes, places or holders that
 * a verb changes, and put its statements last in the verb's own atomic batch. Entries are computed
 * by the statements themselves, from what the batch has written by then.
 */
export function refreshEntriesFor(db: Database, targets: EntryTargets): Statement[] {
  return registerEntryStatements(db, targets)
}

const PAGE = 500

/** Adds the entries that are missing, as after a restore; gives how many. Goes on where it stopped. */
export async function completeRegisterEntries(db: Database): Promise<number> {
  let count = 0
  let after = ''
  for (;;) {
    const { added, last } = await addMissingEntries(db, { after, limit: PAGE })
    count += added
    after = last
    if (added < PAGE) break
  }
  if (count >= PAGE) await tidyIndex(db)
  return count
}

/**
 * Makes every entry anew, in the order of codes; gives how many. Searches miss codes meanwhile. What
 * is only computed from other rows is nobody's change: no `change()`.
 */
export async function rebuildRegisterEntries(db: Database): Promise<number> {
  await runBatch(db, clearEntriesStatements(db))
  return completeRegisterEntries(db)
}
