import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { isErrorOf } from '../errors.ts'
import type { Statement } from './run-batch.ts'

/**
 * A statement that fails, and with it its whole atomic batch, unless `condition` holds at the
 * moment of writing: what was read before deciding may have changed since. SQLite raises errors by
 * hand only inside triggers: that of `write_guard` lets nothing in, with an error where it is false.
 */
export function guardStatement(db: Database, condition: SQL): Statement {
  return db.run(sql`INSERT INTO write_guard (holds) SELECT ${condition}`)
}

/** True when a batch failed because one of its guards did not hold. */
export function isGuardRefusal(error: unknown): boolean {
  return isErrorOf(error, /write_guard: refused/)
}
