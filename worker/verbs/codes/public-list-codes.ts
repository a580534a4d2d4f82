import type { Database } from '../../../db/client.ts'
import { listPublicCodes, type PublicCodeFilter } from '../../../db/queries/public-codes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { decodeCursor, encodeCursor } from '../documents/list-cursor.ts'
import { type PublicCodeSummary, publicCodeSummary } from './public-code-view.ts'

/** What was asked, as typed; null leaves a filter out. */
export type PublicCodeQuery = {
  readonly q: string | null
  readonly kind: string | null
  readonly crop: string | null
  readonly unit: string | null
  readonly status: string | null
  readonly market: string | null
  readonly cursor: string | null
  readonly limit: number
}

export type PublicCodeList = {
  readonly items: readonly PublicCodeSummary[]
  /** Where the list goes on; a page may be short, even empty, and still go on. */
  readonly nextCursor: string | null
}

/**
 * The public register in alphabetical order of codes. `q` matches words of the register (without
 * tones) or the beginning of a code however typed; `crop` and `unit` ignore tones and case.
 * Throws `invalid_input` for a cursor that this list did not give.
 */
export async function listRegister(input: {
  db: Database
  query: PublicCodeQuery
  /** Asia/Ho_Chi_Minh date that statuses are told of. */
  today: string
}): Promise<PublicCodeList> {
  const { db, query, today } = input
  const after = query.cursor === null ? '' : (decodeCursor(query.cursor, 1)[0] ?? '')
  const filter = toFilter(query, today)
  if (filter === null) return { items: [], nextCursor: null }
  // One row more than asked for tells whether there is another page.
  const page = await listPublicCodes(db, { filter, after, limit: query.limit + 1 })
  const rows = page.rows.slice(0, query.limit)
  const last = page.rows.length > query.limit ? (rows.at(-1)?.code ?? null) : page.stoppedAt
  return {
    items: rows.map((row) => publicCodeSummary(row, today)),
    nextCursor: last === null ? null : encodeCursor([last]),
  }
}

/** Null when the text asked for holds nothing that could be searched. */
function toFilter(query: PublicCodeQuery, today: string): PublicCodeFilter | null {
  const words = query.q === null ? null : toWords(query.q)
  const searchKeyPrefix = query.q === null ? null : toKeyPrefix(query.q)
  if (query.q !== null && words === null && searchKeyPrefix === null) return null
  return {
    words,
    searchKeyPrefix,
    kind: query.kind,
    cropFolded: query.crop === null ? null : foldVietnamese(query.crop),
    unit: query.unit === null ? null : toUnit(query.unit),
    market: query.market,
    status: query.status,
    today,
  }
}

const MAX_WORDS = 8

/** Every word must begin a word of the entry. Quoted, so that nothing typed is FTS5 syntax. */
function toWords(text: string): string | null {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  return words
    .slice(0, MAX_WORDS)
    .map((word) => `"${word}"*`)
    .join(' ')
}

/** The beginning of a code; zeros at its end may belong to a number that goes on. */
function toKeyPrefix(text: string): string | null {
  if (!normaliseCode(text).ok) return null
  const key = codeSearchKey(text).replace(/(?<!\d)0+$/, '')
  return key.length < 3 ? null : key
}

const PREFIXES = ['tinh', 'thanh pho', 'xa', 'phuong', 'dac khu']

/** A unit's name with and without the word for what it is. */
function toUnit(text: string): { code: string; names: string[] } {
  const folded = foldVietnamese(text)
  const prefix = PREFIXES.find((word) => folded.startsWith(`${word} `))
  const bare = prefix === undefined ? folded : folded.slice(prefix.length + 1)
  const names = prefix === undefined ? PREFIXES.map((word) => `${word} ${bare}`) : [folded]
  return { code: folded, names: [bare, ...names] }
}
