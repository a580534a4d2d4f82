import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

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
