import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'

/** Asks the database for nothing but an answer; throws when none comes. */
export async function checkDatabase(db: Database): Promise<void> {
  await db.run(sql`SELECT 1`)
}
