import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { codeMarket, codeStatusEvent } from '../schema/index.ts'
import { AS_RECORDED, REGISTER_EVENT, type RegisterEvent } from './code-register.ts'
import { inPages } from './in-pages.ts'
import { insertRows } from './insert-rows.ts'
import { listed } from './listed.ts'
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
  const markets = events.map(({ codeId, market, recordedAt }) => {
    return { codeId, market, createdAt: recordedAt }
  })
  const { rows, of } = listed(events)
  return [
    insertRows(db, codeMarket, markets).onConflictDoNothing({
      target: [codeMarket.codeId, codeMarket.market],
    }),
    db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at,
        reason, document_no, wording, amends_id, reason_code, ends_term, actor, import_id)
      SELECT ${of('id')}, ${of('codeId')}, ${of('market')}, ${of('status')}, ${of('effectiveOn')},
        ${of('recordedAt')}, ${of('reason')}, ${of('documentNo')}, ${of('wording')},
        ${of('amendsId')}, ${of('reasonCode')}, ${of('endsTerm')}, ${actor}, ${importId}
      FROM ${rows}`),
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
  const { rows, of } = listed(seen)
  return sql`(NOT EXISTS (SELECT 1 FROM ${rows}
    WHERE (SELECT e.id FROM code_status_event e WHERE e.code_id = ${of('codeId')}
      AND e.market = ${of('market')} ORDER BY e.rowid DESC LIMIT 1) IS NOT ${of('eventId')}))`
}

/** Decisions on many codes, in the order recorded, in one market or all. */
export function readEventsOf(
  db: Database,
  pairs: readonly { readonly codeId: string; readonly market: string }[],
): Promise<RegisterEvent[]> {
  return inPages(pairs, PAIRS_PER_PAGE, (page) => {
    const { rows, of } = listed(page)
    const asked = sql`(SELECT DISTINCT ${of('codeId')} AS codeId, ${of('market')} AS market FROM ${rows}) j`
    const { codeId, market } = codeStatusEvent
    return db
      .select(REGISTER_EVENT)
      .from(codeStatusEvent)
      .innerJoin(asked, sql`${codeId} = j.codeId AND ${market} = j.market`)
      .orderBy(AS_RECORDED)
  })
}

const PAIRS_PER_PAGE = 1_000
