import type { Database } from '../../../db/client.ts'
import {
  readSuspensions,
  type SuspensionPlace,
  type SuspensionRow,
} from '../../../db/queries/suspensions.ts'
import { filtersExpression } from '../../domain/codes/register-terms.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { decodeCursor, encodeCursor, invalidCursor, wholeKey } from '../documents/list-cursor.ts'

export type SuspensionQuery = {
  readonly market: string | null
  readonly unit: string | null
  readonly crop: string | null
  readonly cursor: string | null
  readonly limit: number
}

/** A code that may not be used for a market today, and the decision that says so. */
export type Suspension = {
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly holder: string | null
  readonly commune: string | null
  readonly province: string | null
  readonly crops: readonly string[]
  readonly market: string
  readonly status: 'suspended' | 'revoked'
  /** Asia/Ho_Chi_Minh. */
  readonly since: string
  readonly documentNo: string | null
  /** The authority's public wording. */
  readonly text: LocalText | null
}

export type SuspensionList = {
  readonly items: readonly Suspension[]
  readonly nextCursor: string | null
}

/**
 * Every code suspended or revoked today, one line a market, newest first. Throws `invalid_input` for
 * a cursor that this list did not give.
 */
export async function listSuspensions(input: {
  db: Database
  query: SuspensionQuery
  /** Asia/Ho_Chi_Minh. */
  today: string
}): Promise<SuspensionList> {
  const { db, query, today } = input
  const { market, unit, crop, limit } = query
  const after = query.cursor === null ? null : readCursor(query.cursor)
  const filters = filtersExpression({ unit, crop, market: null, kind: null, status: null })
  if (filters === 'nothing') return { items: [], nextCursor: null }
  const search = { today, market, filters }
  const { rows, stoppedAt } = await readSuspensions(db, { search, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? (page.at(-1) ?? null) : stoppedAt
  return { items: page.map(toSuspension), nextCursor: last === null ? null : toCursor(last) }
}

function toSuspension(row: SuspensionRow): Suspension {
  const { entry, market, status, documentNo, wording } = row
  const { code, kind, name, holder, commune, province } = entry
  return {
    ...{ code, kind, name, holder: holder.name, commune, province },
    crops: entry.crops.map((crop) => crop.name),
    ...{ market, status, since: row.effectiveOn, documentNo },
    text: wording === null ? null : (JSON.parse(wording) as LocalText | null),
  }
}

function toCursor({ effectiveOn, recordedAt, id }: SuspensionPlace): string {
  return encodeCursor([effectiveOn, String(recordedAt), id])
}

function readCursor(cursor: string): SuspensionPlace {
  const [effectiveOn = '', recordedAt = '', id = ''] = decodeCursor(cursor, 3)
  if (!/^\d{4}-\d\d-\d\d$/.test(effectiveOn)) throw invalidCursor()
  return { effectiveOn, recordedAt: wholeKey(recordedAt), id }
}
