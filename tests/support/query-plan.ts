import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'

/** How the database would go about a query, a line a step. */
export async function planOf(
  db: Database,
  query: { readonly getSQL: () => SQL },
): Promise<string[]> {
  const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query.getSQL()}`)
  return rows.map(({ detail }) => detail)
}
