import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { EVENT_COLUMNS, type EventRow, type RegisterEvent, toEvent } from './code-register.ts'
import { inPages } from './in-pages.ts'
import { registerEntryStatements } from './register-entries.ts'
import type { Statement } from './run-batch.ts'

/** A decision to be recorded: as the register will have it. */
export type NewDecision = Omit<RegisterEvent, 'importId'>

/**
 * Records decisions on codes, adding the market where a code was not in it before; the public
 * register's entries are made anew with them.
 */
export function decisionStatements(
  db: Database,
  input: {
    readonly events: readonly NewDecision[]
    readonly actor: string
    /** The run of many decisions they belong to. */
    readonly importId: string | null
  },
): Statement[] {
  const { events, actor, importId } = input
  if (events.length === 0) return []
  const rows = JSON.stringify(
    events.map((event) => [
      ...[event.id, event.codeId, event.market, event.status, event.effectiveOn],
      ...[event.recordedAt, event.reason, event.documentNo, event.wording],
      ...[event.amendsId, event.reasonCode, event.endsTerm ? 1 : 0],
    ]),
  )
  return [
    db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      SELECT value->>1, value->>2, value->>5 FROM json_each(${rows}) WHERE true
      ON CONFLICT (code_id, market) DO NOTHING`),
    db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at,
        reason, document_no, wording, amends_id, reason_code, ends_term, actor, import_id)
      SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
        value->>8, value->>9, value->>10, value->>11, ${actor}, ${importId} FROM json_each(${rows})`),
    ...registerEntryStatements(db, { codeIds: [...new Set(events.map(({ codeId }) => codeId))] }),
  ]
}

/** The last decision somebody saw on a code in a market; null for none. */
export type SeenDecision = {
  readonly codeId: string
  readonly market: string
  readonly eventId: string | null
}

/** Holds while the last decision of each code in its market is still the one that was seen. */
export function lastEventsAre(seen: readonly SeenDecision[]): SQL {
  const rows = JSON.stringify(seen.map(({ codeId, market, eventId }) => [codeId, market, eventId]))
  return sql`(NOT EXISTS (SELECT 1 FROM json_each(${rows}) j
    WHERE (SELECT e.id FROM code_status_event e WHERE e.code_id = j.value->>0
      AND e.market = j.value->>1 ORDER BY e.rowid DESC LIMIT 1) IS NOT j.value->>2))`
}

/** Decisions on many codes, in the order recorded, in one market or all. */
export function readEventsOf(
  db: Database,
  pairs: readonly { readonly codeId: string; readonly market: string }[],
): Promise<RegisterEvent[]> {
  return inPages(pairs, PAIRS_PER_PAGE, async (page) => {
    const rows = JSON.stringify(page.map(({ codeId, market }) => [codeId, market]))
    const found = await db.all<EventRow>(sql`SELECT ${EVENT_COLUMNS}
      FROM (SELECT DISTINCT value->>0 AS codeId, value->>1 AS market FROM json_each(${rows})) j
      JOIN code_status_event e ON e.code_id = j.codeId AND e.market = j.market
      ORDER BY e.rowid`)
    return found.map(toEvent)
  })
}

const PAIRS_PER_PAGE = 1_000
