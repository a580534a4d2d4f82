import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { type purchasePlan, season, site } from '../schema/index.ts'
import { json, type RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { STANDING } from './purchase-facts.ts'
import { rowsOf } from './rows-of.ts'

const MOST_SEASONS = 40
const MOST_PARTS = 400

export type PurchasePlanRow = typeof purchasePlan.$inferSelect

/** Kilograms of a month, and of whom. */
export type KgOfMonth = { readonly month: string; readonly kg: number }
export type KgOfBuyer = KgOfMonth & { readonly buyer: string }

const UNTIL = sql`coalesce(season.ended_on, season.expected_to_on)`

const SEASON = {
  ...pick(
    season,
    'id',
    'crop',
    'startsOn',
    'endedOn',
    'expectedToOn',
    'expectedYieldKg',
    'yieldKg',
  ),
  siteName: site.name,
  plans: json<readonly (KgOfBuyer & Pick<PurchasePlanRow, 'id' | 'note'>)[]>(sql`(
    SELECT json_group_array(json_object('id', id, 'month', month, 'buyer', buyer,
      'kg', quantity_kg, 'note', note)) FROM (SELECT * FROM purchase_plan
      WHERE season_id = ${season.id} ORDER BY month, buyer_folded LIMIT ${MOST_PARTS}))`),
  /** What buyers say they bought, and what the holder says it sold to somebody. */
  bought: json<readonly KgOfBuyer[]>(sql`(
    SELECT json_group_array(json_object('month', month, 'buyer', buyer, 'kg', kg)) FROM (
      SELECT substr(n.to_on, 1, 7) AS month,
        iif(r.organisation_id = season.organisation_id, coalesce(n.counterpart, ''), o.name) AS buyer,
        sum(iif(r.organisation_id = season.organisation_id, n.sold_kg, n.bought_kg)) AS kg
      FROM purchase_line n JOIN purchase_report r ON r.id = n.report_id
        JOIN organisation o ON o.id = r.organisation_id
      WHERE n.site_id = season.site_id AND n.crop_folded = season.crop_folded
        AND n.to_on BETWEEN season.starts_on AND date(${UNTIL}, '+2 months') AND ${STANDING}
      GROUP BY 1, 2 HAVING kg > 0 ORDER BY 1, 2 LIMIT ${MOST_PARTS}))`),
  packed: json<readonly KgOfMonth[]>(sql`(
    SELECT json_group_array(json_object('month', month, 'kg', kg)) FROM (
      SELECT substr(u.packed_on, 1, 7) AS month, sum(u.quantity_kg) AS kg FROM code_use u
      WHERE u.site_id = season.site_id AND u.crop = season.crop_folded
        AND u.packed_on BETWEEN season.starts_on AND date(${UNTIL}, '+2 months')
        AND u.annulled_at IS NULL AND u.is_counted = 1 AND u.quantity_kg IS NOT NULL
      GROUP BY 1 ORDER BY 1 LIMIT ${MOST_PARTS}))`),
  /** What entries of harvests say of their quantity, as they were written. */
  harvests: json<readonly Readonly<Record<string, string | number>>[]>(sql`(
    SELECT json_group_array(json(e.details)) FROM (SELECT h.details FROM diary_event h
      WHERE h.season_id = season.id AND h.kind = 'harvest' AND h.retracts = 0
        AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = h.id)
      LIMIT ${MOST_PARTS}) e)`),
}

/** A season of an organisation's with what was planned, reported, packed and harvested of it. */
export type PlannedSeason = RowOf<typeof SEASON>

/** The last seasons of an organisation, the latest first, each with its plan and what became of it; one round trip. */
export function readPlannedSeasons(db: Database, organisationId: string) {
  return rowsOf(
    db,
    SEASON,
    sql`(SELECT * FROM season x WHERE x.organisation_id = ${organisationId}
        ORDER BY x.starts_on DESC, x.id DESC LIMIT ${MOST_SEASONS}) season
      JOIN site ON site.id = season.site_id
      ORDER BY season.starts_on DESC, season.id DESC`,
  )
}
