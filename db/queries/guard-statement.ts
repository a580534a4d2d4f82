import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

/**
 * A statement that fails, and with it its whole atomic batch, unless `condition` holds at the
 * moment of writing: what was read before deciding may have changed since. SQLite raises errors by
 * hand only inside triggers, so the refusal is a JSON text that does not parse.
 */
export function guardStatement(db: Database, condition: SQL): Statement {
  return db.run(sql`SELECT CASE WHEN ${condition} THEN 1 ELSE json('refused by a guard') END`)
}

/** True when a batch failed because one of its guards did not hold. */
export function isGuardRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return /malformed JSON/i.test(`${error.message} ${cause}`)
}
