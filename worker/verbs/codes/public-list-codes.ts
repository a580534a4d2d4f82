import type { Database } from '../../../db/client.ts'
import {
  countRegister,
  type RegisterHit,
  type RegisterOrder,
  type RegisterPlace,
  type RegisterSearch,
  readNamedEntries,
  searchRegister,
} from '../../../db/queries/register-search.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { PublicCodeSummary } from '../../domain/codes/public-code.ts'
import {
  filtersExpression,
  type RegisterFilters,
  typedKeyPrefix,
  typedWords,
  wordsExpression,
} from '../../domain/codes/register-terms.ts'
import { decodeCursor, encodeCursor, invalidCursor, wholeKey } from '../documents/list-cursor.ts'
import { nearbyWords } from './public-near-words.ts'
import { marketsOn, registerItem } from './register-item.ts'

/** What was asked, as typed; null leaves a filter out. */
export type PublicCodeQuery = RegisterFilters & {
  readonly q: string | null
  readonly cursor: string | null
  readonly limit: number
  /** What the asker may see; everything where left out. */
  readonly bounds?: Bounds
  /** Whether words with a letter wrong may stand for others where nothing is found. */
  readonly near?: boolean
  /** Whether holders are found by their full names, which the public does not learn. */
  readonly fullNames?: boolean
  /** As entered where left out. */
  readonly order?: RegisterOrder
}

export type PublicCodeList = {
  readonly items: readonly PublicCodeSummary[]
  /** Where the list goes on; a page may be short, even empty, and still go on. */
  readonly nextCursor: string | null
}

/** A page of the register with the ids that the portal leads on by. */
export type RegisterPage = {
  readonly hits: readonly RegisterHit[]
  readonly nextCursor: string | null
  /** True where nothing fits what was typed, and these fit something spelled almost so. */
  readonly near: boolean
}

const NOTHING: RegisterPage = { hits: [], nextCursor: null, near: false }

/** What anyone may see of a page, on a day, Asia/Ho_Chi_Minh. */
export function publicList(page: RegisterPage, today: string): PublicCodeList {
  return {
    items: page.hits.map(({ entry }) => registerItem(entry, today)),
    nextCursor: page.nextCursor,
  }
}

/**
 * A page of the register: codes that begin with `q` first, then those whose words do, in the order
 * of entry. `q`, `crop` and `unit` ignore tones and case; `unit` is a province or commune by number
 * or by name, former names too. `today` is the day whose statuses are asked for, Asia/Ho_Chi_Minh,
 * no earlier than the latest decision. Throws `invalid_input` for a cursor this list did not give.
 */
export async function findInRegister(input: {
  db: Database
  query: PublicCodeQuery
  today: string
}): Promise<RegisterPage> {
  const { db, query, today } = input
  const cursor = query.cursor === null ? null : readCursor(query.cursor)
  const search = await toSearch(db, query)
  if (search === null) return NOTHING
  const exact =
    cursor?.near === true ? NOTHING : await page({ db, search, query, today, after: cursor?.after })
  const found = exact.hits.length > 0 || exact.nextCursor !== null
  if (found || query.near !== true || (cursor !== null && !cursor.near)) return exact
  const words = await nearbyWords(db, typedWords(query.q ?? ''))
  if (words === null) return NOTHING
  const nearby = await page({
    ...{ db, query, today, after: cursor?.after },
    search: { ...search, words, keyPrefix: null },
  })
  const { hits, nextCursor } = nearby
  return { hits, nextCursor: nextCursor === null ? null : `~${nextCursor}`, near: hits.length > 0 }
}

/** How many codes fit what is asked, up to a limit; null where only the day tells which do. */
export async function countInRegister(input: {
  db: Database
  query: PublicCodeQuery
  most: number
}): Promise<number | null> {
  const { db, query, most } = input
  if (query.status !== null) return null
  const search = await toSearch(db, query)
  return search === null ? 0 : countRegister(db, { search, most })
}

/** Null when something asked for can fit no entry. */
async function toSearch(db: Database, query: PublicCodeQuery): Promise<RegisterSearch | null> {
  const typed = query.q === null ? [] : typedWords(query.q)
  const words = query.q === null ? null : wordsExpression(typed)
  const keyPrefix = query.q === null ? null : typedKeyPrefix(query.q)
  if (query.q !== null && words === null && keyPrefix === null) return null
  const filters = filtersExpression(query)
  if (filters === 'nothing') return null
  const bounds = query.bounds ?? null
  const isNamed = query.fullNames === true && typed.length > 0
  const named = isNamed ? await readNamedEntries(db, { words: typed, bounds }) : []
  return { words, keyPrefix, filters, bounds, named, order: query.order ?? 'entry' }
}

/** Rows looked at for one page, at most: a status of today is checked on the row itself. */
const MAX_EXAMINED = 2_000
const SPARE = 10

async function page(input: {
  db: Database
  search: RegisterSearch
  query: PublicCodeQuery
  today: string
  after: RegisterPlace | undefined
}): Promise<RegisterPage> {
  const { db, search, query, today } = input
  const hits: RegisterHit[] = []
  let after = input.after ?? null
  // One row more than asked for tells whether there is another page; a few have another status today.
  let window = query.limit + 1 + (query.status === null ? 0 : SPARE)
  for (let examined = 0; examined < MAX_EXAMINED; examined += window) {
    const rows = await searchRegister(db, { search, after, limit: window })
    hits.push(...rows.filter((row) => hasStatus(row, query, today)))
    after = rows.at(-1)?.place ?? after
    const last = hits[query.limit - 1]
    if (hits.length > query.limit && last !== undefined) {
      return { hits: hits.slice(0, query.limit), nextCursor: toCursor(last.place), near: false }
    }
    if (rows.length < window) return { hits, nextCursor: null, near: false }
    window = Math.min(500, window * 2)
  }
  const stoppedAt = after === null ? null : toCursor(after)
  return { hits: hits.slice(0, query.limit), nextCursor: stoppedAt, near: false }
}

/** The index leads to codes that had the status or will have it; today's is told by the entry. */
function hasStatus({ entry }: RegisterHit, query: PublicCodeQuery, today: string): boolean {
  const { status, market } = query
  if (status === null) return true
  return marketsOn(entry, today).some(
    (one) => one.statusToday === status && (market === null || one.market === market),
  )
}

function toCursor({ part, searchKey, seq }: RegisterPlace): string {
  return encodeCursor([part, searchKey, String(seq)])
}

function readCursor(text: string): { after: RegisterPlace; near: boolean } {
  const near = text.startsWith('~')
  const [part, searchKey = '', seq = ''] = decodeCursor(near ? text.slice(1) : text, 3)
  if (part !== 'code' && part !== 'words') throw invalidCursor()
  return { after: { part, searchKey, seq: wholeKey(seq) }, near }
}
