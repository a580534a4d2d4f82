import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { json } from './fields.ts'
import { OWN_TABLES, type OwnTable, type OwnTableName } from './own-tables.ts'
import { rowsOf } from './rows-of.ts'

export type OwnKey = readonly [string | number, string | number]

/** The next rows of a table after a key, each with its own. */
export async function readOwnRows(
  db: Database,
  asked: {
    readonly name: OwnTableName
    readonly organisationId: string
    readonly after: OwnKey | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly last: OwnKey | null }> {
  const { name, organisationId, after, limit } = asked
  const { fields, of, key }: OwnTable = OWN_TABLES[name]
  const [first, second] = key
  const onwards =
    after === null ? sql`` : sql` AND (${first}, ${second}) > (${after[0]}, ${after[1]})`
  const rows = await rowsOf(
    db,
    { ...fields, [KEY]: json<OwnKey>(sql`json_array(${first}, ${second})`) },
    sql`${of(organisationId)}${onwards} ORDER BY ${first}, ${second} LIMIT ${limit}`,
  )
  const read: readonly Record<string, unknown>[] = rows
  // The statement itself makes the key of two columns that are texts or numbers.
  return { rows: read, last: (read.at(-1)?.[KEY] as OwnKey | undefined) ?? null }
}

const KEY = 'rowKey'
