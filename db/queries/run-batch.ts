import type { BatchItem } from 'drizzle-orm/batch'
import type { Database } from '../client.ts'

/** One statement of an atomic batch. */
export type Statement = BatchItem<'sqlite'>

/** Runs statements in order, all or none, in one round trip. None at all is nothing to do. */
export async function runBatch(db: Database, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first === undefined) return
  await db.batch([first, ...rest])
}
