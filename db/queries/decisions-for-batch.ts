import { type SQL, sql } from 'drizzle-orm'

/**
 * What was decided about a batch's codes, as far as its standing can depend on it, as JSON text of
 * arrays: for each code and market the decision that held on the packing day, the one that holds
 * today, and all that are to come, because facts may be kept past midnight. However often a code
 * was decided upon, a batch reads at most two rows a market beside those to come, and none is left
 * out. `today` is the Asia/Ho_Chi_Minh date of the reading.
 */
export function decisionsForBatch(input: { batchId: SQL; today: string }): SQL {
  const { batchId, today } = input
  // Three stretches of time: up to the earlier of the two days, up to the later, after both.
  const stretch = sql`(e.effective_on > coalesce(b.packed_on, ${today})) + (e.effective_on > ${today})`
  return sql`(SELECT json_group_array(json_array(r.id, r.code, r.market, r.status, r.effective_on,
      r.recorded_at, r.reason, r.document_no, r.wording, r.amends_id))
    FROM (SELECT e.*, c.code, row_number() OVER (PARTITION BY e.code_id, e.market, ${stretch}
        ORDER BY e.effective_on DESC, e.recorded_at DESC, e.id DESC) AS place
      FROM batch b JOIN batch_code bc ON bc.batch_id = b.id
        JOIN code c ON c.id = bc.code_id
        JOIN counted_decision e ON e.code_id = bc.code_id
      WHERE b.id = ${batchId}) r
    WHERE r.place = 1 OR r.effective_on > ${today})`
}
