import { sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { NOTICE_SUMS, type NoticeSum } from '../../worker/domain/foreign-notices/kinds.ts'
import type { Database } from '../client.ts'

/** Codes of notices that one table counts at most: a whole country's of some years. */
export const MOST_SUMMED = 200_000
const MOST_LINES = 500

export type SumLine = {
  readonly by: NoticeSum
  /** The market, cause, commune or month; null where it is not known. */
  readonly value: string | null
  /** Of a commune, what it is called. */
  readonly name: string | null
  readonly notices: number
  readonly codes: number
  readonly suspended: number
  readonly restored: number
  readonly closed: number
}

/**
 * Codes of notices received in a stretch of time, counted four ways in one statement: over the
 * notices of that time by their index, and of each over its codes by theirs.
 */
export function sumNotices(
  db: Database,
  asked: { readonly bounds: Bounds; readonly fromOn: string; readonly toOn: string },
): Promise<SumLine[]> {
  const { bounds, fromOn, toOn } = asked
  const within =
    bounds === null
      ? sql`true`
      : bounds.kind === 'organisation'
        ? sql`i.organisation_id = ${bounds.organisationId} AND i.told_at IS NOT NULL`
        : sql`i.province_code = ${bounds.provinceCode} ${
            bounds.communeCode === null ? sql`` : sql`AND i.commune_code = ${bounds.communeCode}`
          }`
  const part = (by: NoticeSum) => sql`SELECT * FROM (SELECT ${by} AS "by",
      ${sql.identifier(by)} AS value,
      ${
        by === 'commune'
          ? sql`(SELECT u.name FROM administrative_unit u WHERE u.level = 'commune'
              AND u.code = commune ORDER BY u.valid_from DESC LIMIT 1)`
          : sql`NULL`
      } AS name,
      count(DISTINCT notice_id) AS notices, count(*) AS codes,
      sum(suspended_on IS NOT NULL AND restored_on IS NULL) AS suspended,
      sum(restored_on IS NOT NULL) AS restored, sum(state = 'closed') AS closed
    FROM counted GROUP BY ${sql.identifier(by)} ORDER BY codes DESC, value LIMIT ${MOST_LINES})`
  // Claimed: one WITH, counted by each of several columns and put together.
  return db.all<SumLine>(sql`WITH counted AS MATERIALIZED (
      SELECT i.notice_id, i.state, i.suspended_on, i.restored_on, i.cause, n.market,
        i.commune_code AS commune, substr(n.received_on, 1, 7) AS month
      FROM foreign_notice n JOIN foreign_notice_item i ON i.notice_id = n.id
      WHERE n.received_on BETWEEN ${fromOn} AND ${toOn} AND i.state <> 'left_out' AND ${within}
      LIMIT ${MOST_SUMMED})
    ${sql.join(NOTICE_SUMS.map(part), sql` UNION ALL `)}`)
}
