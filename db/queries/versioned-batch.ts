import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { guardStatement } from './guard-statement.ts'
import { runBatch, type Statement } from './run-batch.ts'

/** The value of a version expression now; null without one. */
export async function readVersion(db: Database, version: SQL | null): Promise<string | null> {
  if (version === null) return null
  const row = await db.get<{ version: string }>(sql`SELECT ${version} AS version`)
  return row.version
}

/** Whether a condition holds now. */
export async function readTruth(db: Database, condition: SQL): Promise<boolean> {
  const [row] = await db.all<{ truth: number }>(sql`SELECT ${condition} AS truth`)
  return row?.truth === 1
}

/**
 * Runs statements as one atomic batch, only if the version still has the value the statements were
 * decided from; returns its value after them, for the next batch. Without a version it just runs them.
 */
export async function runVersionedBatch(
  db: Database,
  statements: readonly Statement[],
  expected: { readonly sql: SQL; readonly value: string | null } | null,
): Promise<string | null> {
  if (expected === null) {
    await runBatch(db, statements)
    return null
  }
  const results: readonly unknown[] = await db.batch([
    guardStatement(db, sql`${expected.sql} IS ${expected.value}`),
    ...statements,
    db.all<{ version: string }>(sql`SELECT ${expected.sql} AS version`),
  ])
  return versionOf(results.at(-1))
}

/** The last statement of the batch above selects exactly one row with a `version`. */
function versionOf(rows: unknown): string {
  const [row] = rows as readonly { readonly version: string }[]
  if (row === undefined) throw new Error('a version select gave no row')
  return row.version
}
