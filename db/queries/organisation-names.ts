import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { pick } from './pick.ts'

const MOST = 1_000

/** The names of organisations by their ids. */
export async function organisationNames(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select(pick(organisation, 'id', 'name'))
    .from(organisation)
    .where(sql`${organisation.id} IN ${among([...new Set(ids)])}`)
    .limit(MOST)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
