import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { siteHousehold } from '../schema/index.ts'
import { maybe, number, text } from './fields.ts'
import type { Row } from './records.ts'
import type { Statement } from './run-batch.ts'

export type HouseholdRow = typeof siteHousehold.$inferSelect

export type HouseholdTotals = {
  readonly count: number
  readonly areaHa: number | null
  /** Changes whenever rows are added, removed or replaced. */
  readonly version: string
}

/** Households after a position and the figures of the whole list, in one round trip. */
export async function readHouseholds(
  db: Database,
  input: { readonly siteId: string; readonly after: number; readonly limit: number },
): Promise<{ rows: HouseholdRow[]; totals: HouseholdTotals }> {
  const { siteId, after, limit } = input
  const { siteId: site, position } = siteHousehold
  const [rows, totals] = await db.batch([
    db
      .select()
      .from(siteHousehold)
      .where(and(eq(site, siteId), gt(position, after)))
      .orderBy(asc(position))
      .limit(limit),
    db
      .select({
        count: number(sql`count(*)`),
        areaHa: maybe(number(sql`sum(${siteHousehold.areaHa})`)),
        version: text(listVersion(siteId)),
      })
      .from(siteHousehold)
      .where(eq(site, siteId)),
  ])
  return { rows, totals: totals[0] ?? { count: 0, areaHa: null, version: '0:0' } }
}

/** How many there are and the last position, as one text. */
export function listVersion(siteId: string) {
  return sql`(SELECT count(*) || ':' || coalesce(max(position), 0) FROM site_household
    WHERE site_id = ${siteId})`
}

/** Holds while no household of the place has this name, plot and area: nobody farms one plot twice. */
export function hasNoSuchHousehold({ siteId, nameFolded, plot, areaHa }: Row) {
  return sql`NOT EXISTS (SELECT 1 FROM site_household WHERE site_id = ${siteId}
    AND name_folded = ${nameFolded} AND plot IS ${plot} AND area_ha IS ${areaHa})`
}

/** All of a place's households up to a position: those of before, when newer stand behind them. */
export function deleteHouseholdsUpTo(db: Database, siteId: string, position: number): Statement {
  return db.run(
    sql`DELETE FROM site_household WHERE site_id = ${siteId} AND position <= ${position}`,
  )
}

/** A whole list handed in is also the declared number of households. */
export function countHouseholds(db: Database, siteId: string): Statement {
  return db.run(sql`
    UPDATE site SET version = version + 1,
      household_count = (SELECT count(*) FROM site_household WHERE site_id = ${siteId})
    WHERE id = ${siteId}`)
}
