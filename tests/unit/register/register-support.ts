import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { searchRegister } from '../../../db/queries/register-search.ts'
import {
  findInRegister,
  type PublicCodeQuery,
} from '../../../worker/verbs/codes/public-list-codes.ts'

export const TODAY = '2026-06-15'

/** Everything that was asked left out but what is given. */
export function query(given: Partial<PublicCodeQuery>): PublicCodeQuery {
  const nothing = { q: null, kind: null, crop: null, unit: null, status: null, market: null }
  return { ...nothing, cursor: null, limit: 50, ...given }
}

/** The codes of all pages, in order. */
export async function findAll(db: Database, given: Partial<PublicCodeQuery>): Promise<string[]> {
  const codes: string[] = []
  let cursor: string | null = null
  do {
    const asked: PublicCodeQuery = query({ ...given, cursor })
    const page = await findInRegister({ db, query: asked, today: TODAY })
    codes.push(...page.hits.map(({ entry }) => entry.code))
    cursor = page.nextCursor
  } while (cursor !== null)
  return codes
}

/** Every entry by its code, and every word it is found by. */
export async function registerAsItStands(db: Database): Promise<Map<string, unknown>> {
  const search = { words: null, keyPrefix: null, filters: null, bounds: null }
  const hits = await searchRegister(db, { search, after: null, limit: 10_000 })
  const bySeq = new Map(hits.map(({ place, entry }) => [place.seq, entry.code]))
  const found = new Map<string, { entry: unknown; terms: string[] }>()
  for (const { entry } of hits) found.set(entry.code, { entry, terms: [] })
  for (const term of await terms(db)) {
    const rows = await db.all<{ rowid: number }>(
      sql`SELECT rowid FROM register_words WHERE register_words MATCH ${`"${term}"`}`,
    )
    for (const { rowid } of rows) found.get(bySeq.get(rowid) ?? `row ${rowid}`)?.terms.push(term)
  }
  return found
}

async function terms(db: Database): Promise<string[]> {
  const rows = await db.all<{ term: string }>(sql`SELECT term FROM register_term ORDER BY term`)
  return rows.map(({ term }) => term)
}
