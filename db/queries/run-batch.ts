import type { BatchItem } from 'drizzle-orm/batch'
import type { Database } from '../client.ts'
import { isDatabaseBusy } from '../errors.ts'

/** One statement of an atomic batch. */
export type Statement = BatchItem<'sqlite'>

const ATTEMPTS = 12
const LONGEST_WAIT_MS = 250

/**
 * Runs statements in order, all or none, in one round trip. None at all is nothing to do. A batch
 * that begins by reading and meets another writer is turned away as busy, with nothing done: it is
 * tried again, a little later each time.
 */
export async function runBatch(db: Database, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first !== undefined) await askBatch(db, [first, ...rest])
}

/** As `runBatch`, of one statement at least, and gives what each one answered. */
export async function askBatch<T extends readonly [Statement, ...Statement[]]>(
  db: Database,
  statements: readonly [...T],
) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.batch(statements)
    } catch (error) {
      if (attempt === ATTEMPTS || !isDatabaseBusy(error)) throw error
      // At different moments for different writers, or they would only meet again.
      const waitMs = Math.random() * Math.min(LONGEST_WAIT_MS, 8 * 2 ** attempt)
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}
