import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { number } from './fields.ts'
import { rowOf } from './rows-of.ts'

/** What was packed and labelled under a code for a market. */
export type DecisionReach = {
  readonly batches: number
  /** Those packed on or after the day. */
  readonly later: number
  readonly labels: number
  /** True when counting stopped. */
  readonly many: boolean
}

const MOST_COUNTED = 1_000

/** Batches and labels that a decision on a code in a market concerns, counted up to a limit. */
export async function readDecisionReach(
  db: Database,
  input: { readonly codeId: string; readonly market: string; readonly effectiveOn: string },
): Promise<DecisionReach> {
  const { codeId, market, effectiveOn } = input
  const { seen, ...counts } = await rowOf(
    db,
    {
      seen: number(sql`count(*)`),
      batches: number(sql`coalesce(sum(goes), 0)`),
      later: number(sql`coalesce(sum(goes AND packed_on >= ${effectiveOn}), 0)`),
      labels: number(sql`coalesce(sum(CASE WHEN goes THEN (
        SELECT sum((r.to_serial - r.from_serial + 1) * r.copies) FROM label_run r
        WHERE r.batch_id = id) END), 0)`),
    },
    sql`(SELECT b.id, b.packed_on, b.annulled_at IS NULL AND EXISTS (
        SELECT 1 FROM json_each(b.markets) m WHERE m.value = ${market}) AS goes
      FROM batch_code x JOIN batch b ON b.id = x.batch_id
      WHERE x.code_id = ${codeId} LIMIT ${MOST_COUNTED})`,
  )
  return { ...counts, many: seen >= MOST_COUNTED }
}
