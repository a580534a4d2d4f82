import { type SQL, sql } from 'drizzle-orm'

/**
 * The rule of `decidingEvent`, for whoever asks in SQL: of the decisions that count
 * (`counted_decision`) on a code in a market, the last by day, instant and id up to a day.
 */

/** Holds for a row that counts when nothing that counts came after it by that day. */
export function decidesOn(decision: SQL, day: SQL): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM counted_decision l
    WHERE l.code_id = ${decision}.code_id AND l.market = ${decision}.market
      AND l.effective_on <= ${day} AND (l.effective_on, l.recorded_at, l.id)
        > (${decision}.effective_on, ${decision}.recorded_at, ${decision}.id))`
}

type About = { readonly codeId: SQL; readonly market: SQL; readonly day: SQL }

/** The id of the decision that counts on a day; null before the first one. */
export function decidingOn({ codeId, market, day }: About): SQL {
  return sql`(SELECT x.id FROM counted_decision x
    WHERE x.code_id = ${codeId} AND x.market = ${market} AND x.effective_on <= ${day}
    ORDER BY x.effective_on DESC, x.recorded_at DESC, x.id DESC LIMIT 1)`
}
