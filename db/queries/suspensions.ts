import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { decidesOn } from './deciding-decision.ts'
import type { RegisterEntry } from './register-entries.ts'

/** Where the list goes on: after this decision, in the order newest first. */
export type SuspensionPlace = {
  readonly effectiveOn: string
  readonly recordedAt: number
  readonly id: string
}

/** A decision to suspend or revoke that holds on the day asked for. */
export type SuspensionRow = SuspensionPlace & {
  readonly status: 'suspended' | 'revoked'
  readonly market: string
  readonly documentNo: string | null
  /** {vi,en,zh} as JSON. */
  readonly wording: string | null
  readonly entry: RegisterEntry
}

export type SuspensionSearch = {
  /** Asia/Ho_Chi_Minh. */
  readonly today: string
  readonly market: string | null
  /** FTS5 expression over the filters that `REGISTER_COPY` writes. */
  readonly filters: string | null
}

/** Decisions one page looks at, at most: most of those of long ago hold no more. */
export const MAX_EXAMINED_SUSPENSIONS = 5_000

/**
 * Codes suspended or revoked on a day, by the decision that makes them so, newest first;
 * `stoppedAt` is the last decision looked at when looking stopped early.
 */
export async function readSuspensions(
  db: Database,
  input: { search: SuspensionSearch; after: SuspensionPlace | null; limit: number },
): Promise<{ rows: SuspensionRow[]; stoppedAt: SuspensionPlace | null }> {
  type Row = Omit<SuspensionRow, 'entry'> & {
    entry: string | null
    examined: number
    lastOn: string | null
    lastAt: number | null
    lastId: string | null
  }
  // Claimed: what was looked at stands beside the rows, from a WITH that must come first.
  const rows = await db.all<Row>(suspensionsQuery(input))
  const first = rows[0]
  const stopped = first !== undefined && first.examined >= MAX_EXAMINED_SUSPENSIONS
  return {
    rows: rows.flatMap((row) => (row.entry === null ? [] : [toRow({ ...row, entry: row.entry })])),
    stoppedAt:
      stopped && first.lastOn !== null && first.lastAt !== null && first.lastId !== null
        ? { effectiveOn: first.lastOn, recordedAt: first.lastAt, id: first.lastId }
        : null,
  }
}

function toRow(row: Omit<SuspensionRow, 'entry'> & { entry: string }): SuspensionRow {
  const { id, effectiveOn, recordedAt, status, market, documentNo, wording } = row
  const entry = JSON.parse(row.entry) as RegisterEntry
  return { id, effectiveOn, recordedAt, status, market, documentNo, wording, entry }
}

export function suspensionsQuery(input: {
  search: SuspensionSearch
  after: SuspensionPlace | null
  limit: number
}): SQL {
  const { search, after, limit } = input
  const { today, market, filters } = search
  // After the end of today, which no decision that holds today is.
  const from = after ?? { effectiveOn: `${today}~`, recordedAt: 0, id: '' }
  return sql`WITH examined AS MATERIALIZED (
      SELECT * FROM counted_decision
      WHERE status IN ('suspended', 'revoked') AND effective_on <= ${today}
        AND (effective_on, recorded_at, id) < (${from.effectiveOn}, ${from.recordedAt}, ${from.id})
      ORDER BY effective_on DESC, recorded_at DESC, id DESC LIMIT ${MAX_EXAMINED_SUSPENSIONS}),
    picked AS MATERIALIZED (
      SELECT w.*, r.entry FROM examined w CROSS JOIN register_entry r ON r.code_id = w.code_id
      WHERE ${market === null ? sql`true` : sql`w.market = ${market}`} AND ${decidesOn(sql`w`, sql`${today}`)}
        AND ${filters === null ? sql`true` : fits(filters)}
      ORDER BY w.effective_on DESC, w.recorded_at DESC, w.id DESC LIMIT ${limit})
    SELECT picked.id, picked.status, picked.market, picked.effective_on AS effectiveOn,
      picked.recorded_at AS recordedAt, picked.document_no AS documentNo, picked.wording,
      picked.entry, t.*
    FROM (SELECT count(*) AS examined, ${last('effective_on')} AS lastOn,
      ${last('recorded_at')} AS lastAt, ${last('id')} AS lastId FROM examined) t
    LEFT JOIN picked ON true
    ORDER BY picked.effective_on DESC, picked.recorded_at DESC, picked.id DESC`
}

function fits(filters: string): SQL {
  return sql`EXISTS (SELECT 1 FROM register_words
    WHERE register_words MATCH ${filters} AND rowid = r.seq)`
}

function last(column: 'effective_on' | 'recorded_at' | 'id'): SQL {
  return sql`(SELECT ${sql.raw(column)} FROM examined
    ORDER BY effective_on, recorded_at, id LIMIT 1)`
}
