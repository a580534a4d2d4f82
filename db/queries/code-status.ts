import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { RegisterEvent } from './code-register.ts'
import { inPages } from './in-pages.ts'
import { registerEntryStatements } from './register-entries.ts'
import type { Statement } from './run-batch.ts'

/** A decision to be recorded: as the register has it, with its reason by the closed list. */
export type NewDecision = RegisterEvent & { readonly reasonCode: string | null }

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
      ...[event.amendsId, event.reasonCode],
    ]),
  )
  return [
    db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      SELECT value->>1, value->>2, value->>5 FROM json_each(${rows}) WHERE true
      ON CONFLICT (code_id, market) DO NOTHING`),
    db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at,
        reason, document_no, wording, amends_id, reason_code, actor, import_id)
      SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
        value->>8, value->>9, value->>10, ${actor}, ${importId} FROM json_each(${rows})`),
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
): Promise<(RegisterEvent & { readonly importId: string | null })[]> {
  return inPages(pairs, PAIRS_PER_PAGE, (page) => {
    const rows = JSON.stringify(page.map(({ codeId, market }) => [codeId, market]))
    return db.all<RegisterEvent & { importId: string | null }>(sql`
      SELECT e.id, e.code_id AS codeId, e.market, e.status, e.effective_on AS effectiveOn,
        e.recorded_at AS recordedAt, e.reason, e.document_no AS documentNo, e.wording,
        e.amends_id AS amendsId, e.import_id AS importId
      FROM (SELECT DISTINCT value->>0 AS codeId, value->>1 AS market FROM json_each(${rows})) j
      JOIN code_status_event e ON e.code_id = j.codeId AND e.market = j.market
      ORDER BY e.rowid`)
  })
}

const PAIRS_PER_PAGE = 1_000
