import { type SQL, sql } from 'drizzle-orm'
import type { DaysOff } from '../../worker/domain/calendar/public-holidays.ts'
import { lastMonthOf, usualDueOn } from '../../worker/domain/purchases/periods.ts'
import { shown } from './shown-task.ts'

/**
 * The periods that ended last, the province's own and the month before, in which the organisation packed
 * and that it has not reported.
 */
export function purchasesDue(asked: {
  readonly organisationId: string
  readonly today: string
  readonly daysOff: DaysOff
}): SQL {
  const { organisationId, today, daysOff } = asked
  const month = lastMonthOf(today)
  const dueOn = usualDueOn(month.toOn, daysOff)
  const own = sql`purchase_period q WHERE q.province_code =
    (SELECT o.province_code FROM organisation o WHERE o.id = ${organisationId})`
  return sql`SELECT p.due_on AS sort, p.from_on || '..' || p.to_on AS id, ${shown<'purchases_due'>({
    fromOn: sql`p.from_on`,
    toOn: sql`p.to_on`,
    codes: sql`p.codes`,
    day: sql`p.due_on`,
  })}
    FROM (SELECT p.*, (SELECT count(DISTINCT u.code_id) FROM code_use u
        WHERE u.packer_id = ${organisationId} AND u.packed_on BETWEEN p.from_on AND p.to_on
          AND u.annulled_at IS NULL AND u.slot = 'growing_area') AS codes
      FROM (SELECT * FROM (SELECT q.from_on, q.to_on, q.due_on FROM ${own} AND q.to_on < ${today}
          ORDER BY q.to_on DESC LIMIT 1)
        UNION ALL SELECT ${month.fromOn}, ${month.toOn}, ${dueOn} WHERE NOT EXISTS (
          SELECT 1 FROM ${own} AND q.to_on >= ${month.fromOn} AND q.from_on <= ${month.toOn})) p) p
    WHERE p.codes > 0 AND NOT EXISTS (SELECT 1 FROM purchase_report r
      WHERE r.organisation_id = ${organisationId} AND r.to_on >= p.from_on AND r.from_on <= p.to_on
        AND r.replaced_by IS NULL AND r.is_withdrawn = 0)`
}
