import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { codeSearchKey } from '../../worker/domain/codes/code-search-key.ts'
import type { Database } from '../client.ts'
import { number, text } from './fields.ts'
import type { RegisterEntry } from './register-entries.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'
import { rowOf, rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

/** In which order entries found by words come: as entered, the newest first, or by code. */
export const REGISTER_ORDERS = ['entry', 'newest', 'code'] as const
export type RegisterOrder = (typeof REGISTER_ORDERS)[number]

/** What the register is searched by; null leaves a part out. */
export type RegisterSearch = {
  /** FTS5 expression over folded words. */
  readonly words: string | null
  /** The beginning of a search key: codes that have it come first, whatever their words. */
  readonly keyPrefix: string | null
  /** FTS5 expression over the filters that `REGISTER_COPY` writes. */
  readonly filters: string | null
  /** What the asker may see. */
  readonly bounds: Bounds
  /** Entries (by `seq`) found by a name that is not public, for who may know it. */
  readonly named?: readonly number[]
  /** As entered where left out. */
  readonly order?: RegisterOrder
}

/** The last row of a page. Codes found by their beginning are in the order of keys, others of entry. */
export type RegisterPlace = {
  readonly part: 'code' | 'words'
  readonly searchKey: string
  readonly seq: number
}

export type RegisterHit = {
  readonly place: RegisterPlace
  readonly entry: RegisterEntry
}

/** Entries after `after` that fit the search, at most `limit` of them; it reads no further than they reach. */
export async function searchRegister(
  db: Database,
  input: { search: RegisterSearch; after: RegisterPlace | null; limit: number },
): Promise<RegisterHit[]> {
  // Claimed: one text, put together of the parts of a UNION.
  const [row] = await db.all<{ page: string | null }>(searchRegisterQuery(input))
  const lines = row?.page == null ? [] : row.page.split('\n')
  return lines.map((line) => toHit(line, input.search.keyPrefix))
}

function toHit(line: string, keyPrefix: string | null): RegisterHit {
  const space = line.indexOf(' ')
  const entry = JSON.parse(line.slice(space + 1)) as RegisterEntry
  const searchKey = codeSearchKey(entry.code)
  const part = keyPrefix !== null && searchKey.startsWith(keyPrefix) ? 'code' : 'words'
  return { place: { part, searchKey, seq: Number(line.slice(0, space)) }, entry }
}

/**
 * The whole page is one text, a line an entry: rows and cells cost more on their way than what is in
 * them, and JSON has no line breaks of its own.
 */
export function searchRegisterQuery(input: {
  search: RegisterSearch
  after: RegisterPlace | null
  limit: number
}): SQL {
  return sql`SELECT group_concat(line, char(10)) AS page FROM (${foundBy(input.search, input, LINE)})`
}

/** How many entries fit, counted up to a limit. */
export async function countRegister(
  db: Database,
  input: { search: RegisterSearch; most: number },
): Promise<number> {
  const { search, most } = input
  const found = foundBy(search, { after: null, limit: most }, sql`1 AS line`)
  return (await rowOf(db, { count: number(sql`count(*)`) }, sql`(${found})`)).count
}

function foundBy(search: RegisterSearch, { after, limit }: Window, line: SQL): SQL {
  const parts: SQL[] = []
  if (search.keyPrefix !== null && after?.part !== 'words') {
    parts.push(byCode(search, search.keyPrefix, { after, limit, line }))
  }
  if (search.words !== null || search.keyPrefix === null) {
    const part = { after, limit, line }
    parts.push(search.order === 'code' ? byWordsInOrder(search, part) : byWords(search, part))
  }
  const all = parts.map((part) => sql`SELECT line FROM (${part})`)
  return sql`${sql.join(all, sql` UNION ALL `)} LIMIT ${limit}`
}

/** Holders and sites of persons one search looks at, and the codes it takes of them, at most. */
const MAX_EXAMINED = 20_000
const MAX_NAMED = 500

/** Entries whose holder or site, not to be named in public, is called by all these folded words. */
export async function readNamedEntries(
  db: Database,
  input: { readonly words: readonly string[]; readonly bounds: Bounds },
): Promise<number[]> {
  const { words, bounds } = input
  const called = words.map(
    (word) => sql`(' ' || o.name_folded || ' ' || x.name_folded) LIKE ${`% ${word}%`}`,
  )
  const rows = await rowsOf(
    db,
    { seq: number(sql`r.seq`) },
    sql`(
      SELECT s.id, s.name_folded, s.organisation_id FROM site s
      JOIN organisation o ON o.id = s.organisation_id
      WHERE ${withinBounds(bounds, 's')} AND NOT ${MAY_BE_NAMED} LIMIT ${MAX_EXAMINED}) x
    JOIN organisation o ON o.id = x.organisation_id
    JOIN code c ON c.site_id = x.id JOIN register_entry r ON r.code_id = c.id
    WHERE ${sql.join(called, sql` AND `)} ORDER BY r.seq LIMIT ${MAX_NAMED}`,
  )
  return rows.map(({ seq }) => seq)
}

type Window = { after: RegisterPlace | null; limit: number }
type Part = Window & { line: SQL }

const LINE = sql`r.seq || ' ' || r.entry AS line`

/** Search keys are 0-9 A-Z, so the next character after all of them bounds the prefix. */
const hasPrefix = (prefix: string) =>
  sql`(r.search_key >= ${prefix} AND r.search_key < ${`${prefix}[`})`

function byCode(search: RegisterSearch, prefix: string, { after, limit, line }: Part): SQL {
  const conditions = [hasPrefix(prefix), withinBounds(search.bounds, 'r')]
  if (after !== null) {
    conditions.push(sql`(r.search_key, r.seq) > (${after.searchKey}, ${after.seq})`)
  }
  if (search.filters !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM register_words
      WHERE register_words MATCH ${search.filters} AND rowid = r.seq)`)
  }
  return sql`SELECT ${line} FROM register_entry r
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY r.search_key, r.seq LIMIT ${limit}`
}

/** The index gives its rows in the order of `seq` and stops with the page. */
function byWords(search: RegisterSearch, { after, limit, line }: Part): SQL {
  const isNewest = search.order === 'newest'
  const before = after?.part === 'words' ? after.seq : Number.MAX_SAFE_INTEGER
  const since = after?.part === 'words' ? after.seq : 0
  const from = isNewest ? sql`< ${before}` : sql`> ${since}`
  const way = isNewest ? sql`DESC` : sql`ASC`
  const conditions = [withinBounds(search.bounds, 'r')]
  if (search.keyPrefix !== null) conditions.push(sql`NOT ${hasPrefix(search.keyPrefix)}`)
  const match = [search.words, search.filters].filter((part) => part !== null).join(' AND ')
  if (match === '') {
    const all = sql.join([sql`r.seq ${from}`, ...conditions], sql` AND `)
    return sql`SELECT ${line} FROM register_entry r
      WHERE ${all} ORDER BY r.seq ${way} LIMIT ${limit}`
  }
  const all = sql.join([sql`register_words MATCH ${match}`, ...conditions], sql` AND `)
  const inWords = sql`SELECT r.seq, ${line}
    FROM register_words CROSS JOIN register_entry r ON r.seq = register_words.rowid
    WHERE ${all} AND register_words.rowid ${from} ORDER BY register_words.rowid ${way} LIMIT ${limit}`
  const { named = [] } = search
  if (named.length === 0) return inWords
  if (search.filters !== null) {
    conditions.push(sql`EXISTS (SELECT 1 FROM register_words
      WHERE register_words MATCH ${search.filters} AND rowid = r.seq)`)
  }
  // Few, so looked up one by one; what both find stands once.
  const byName = sql`SELECT r.seq, ${line} FROM json_each(${JSON.stringify(named)}) j
    CROSS JOIN register_entry r ON r.seq = j.value
    WHERE ${sql.join([sql`r.seq ${from}`, ...conditions], sql` AND `)}`
  return sql`SELECT * FROM (${inWords}) UNION SELECT * FROM (${byName}) ORDER BY seq ${way} LIMIT ${limit}`
}

/**
 * Likewise in the order of codes: by their own index where nothing narrows the list, else of the first
 * entries that fit, for the index of words knows no codes.
 */
function byWordsInOrder(search: RegisterSearch, { after, limit, line }: Part): SQL {
  const from =
    after?.part === 'words'
      ? sql`(r.search_key, r.seq) > (${after.searchKey}, ${after.seq})`
      : sql`true`
  const narrowed = search.words !== null || search.filters !== null
  const found = byWords(
    { ...search, order: 'entry' },
    {
      ...{ after: null, limit: MAX_EXAMINED, line: sql`r.seq AS line` },
    },
  )
  const conditions = [
    from,
    withinBounds(search.bounds, 'r'),
    ...(narrowed ? [sql`r.seq IN (SELECT line FROM (${found}))`] : []),
  ]
  return sql`SELECT ${line} FROM register_entry r
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY r.search_key, r.seq LIMIT ${limit}`
}

/** Of these words, those that occur in the register. */
export async function knownTerms(db: Database, words: readonly string[]): Promise<Set<string>> {
  const rows = await knownTermsQuery(db, words)
  return new Set(rows.map(({ term }) => term))
}

export function knownTermsQuery(db: Database, words: readonly string[]) {
  const source = sql`json_each(${JSON.stringify(words)}) j
    CROSS JOIN register_term t ON t.term = j.value`
  return rowsOf(db, { term: text(sql`t.term`) }, source)
}

/** Of these words, those that some word of the register begins with. */
export async function begunTerms(db: Database, words: readonly string[]): Promise<Set<string>> {
  const rows = await begunTermsQuery(db, words)
  return new Set(rows.map(({ word }) => word))
}

export function begunTermsQuery(db: Database, words: readonly string[]) {
  const source = sql`json_each(${JSON.stringify(words)}) j WHERE EXISTS (
    SELECT 1 FROM register_term t WHERE t.term >= j.value AND t.term < j.value || '{')`
  return rowsOf(db, { word: text(sql`j.value`) }, source)
}

/** How often the register was changed and when last: every change is told to the audit log. */
export function readRegisterStamp(db: Database): Promise<{ changes: number; changedAt: number }> {
  return rowOf(db, {
    changes: number(sql`(SELECT coalesce(max(rowid), 0) FROM code_status_event)`),
    changedAt: number(sql`max(coalesce((SELECT max(changed_at) FROM register_change), 0),
      coalesce((SELECT max(recorded_at) FROM code_status_event), 0))`),
  })
}
