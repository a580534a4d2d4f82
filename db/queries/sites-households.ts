import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { isAsRead } from './is-as-read.ts'
import type { Statement } from './run-batch.ts'

export type HouseholdFacts = {
  readonly name: string
  readonly nameFolded: string
  readonly phone: string | null
  readonly plot: string | null
  readonly areaHa: number | null
  readonly treeCount: number | null
}

export type HouseholdRow = HouseholdFacts & {
  readonly id: string
  readonly position: number
  /** What stands in the row, as one text: for telling whether somebody else changed it. */
  readonly version: string
}

/** Also the order of what a version is made of. */
const VERSION = sql`json_array(name, phone, plot, area_ha, tree_count)`
const COLUMNS = sql`id, position, name, name_folded AS nameFolded, phone, plot, area_ha AS areaHa,
  tree_count AS treeCount, ${VERSION} AS version`

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
  const [rows, totals] = await db.batch([
    db.all<HouseholdRow>(sql`SELECT ${COLUMNS} FROM site_household
      WHERE site_id = ${siteId} AND position > ${after} ORDER BY position LIMIT ${limit}`),
    db.all<HouseholdTotals>(sql`SELECT count(*) AS count, sum(area_ha) AS areaHa,
      ${listVersion(siteId)} AS version FROM site_household WHERE site_id = ${siteId}`),
  ])
  return { rows, totals: totals[0] ?? { count: 0, areaHa: null, version: '0:0' } }
}

export async function readHousehold(
  db: Database,
  input: { readonly siteId: string; readonly id: string },
): Promise<HouseholdRow | null> {
  const [row] = await db.all<HouseholdRow>(sql`SELECT ${COLUMNS} FROM site_household
    WHERE id = ${input.id} AND site_id = ${input.siteId} LIMIT 1`)
  return row ?? null
}

/** How many there are and the last position, as one text. */
export function listVersion(siteId: string) {
  return sql`(SELECT count(*) || ':' || coalesce(max(position), 0) FROM site_household
    WHERE site_id = ${siteId})`
}

/** Holds while the row is as it was read. */
export function householdIs(id: string, version: string) {
  return isAsRead(sql`(SELECT ${VERSION} FROM site_household WHERE id = ${id})`, version)
}

/** Holds while no household of the place has this name, plot and area: nobody farms one plot twice. */
export function hasNoSuchHousehold(siteId: string, facts: HouseholdFacts) {
  return sql`NOT EXISTS (SELECT 1 FROM site_household WHERE site_id = ${siteId}
    AND name_folded = ${facts.nameFolded} AND plot IS ${facts.plot} AND area_ha IS ${facts.areaHa})`
}

/** Puts households after the last of the list, in order. */
export function insertHouseholds(
  db: Database,
  input: {
    readonly siteId: string
    readonly households: readonly (HouseholdFacts & { readonly id: string })[]
    readonly at: number
  },
): Statement {
  const rows = JSON.stringify(
    input.households.map((h) => [
      h.id,
      h.name,
      h.nameFolded,
      h.phone,
      h.plot,
      h.areaHa,
      h.treeCount,
    ]),
  )
  return db.run(sql`
    INSERT INTO site_household
      (id, site_id, position, name, name_folded, phone, plot, area_ha, tree_count, created_at)
    SELECT value ->> 0, ${input.siteId}, last.position + 1 + key, value ->> 1, value ->> 2,
      value ->> 3, value ->> 4, value ->> 5, value ->> 6, ${input.at}
    FROM json_each(${rows}), (SELECT coalesce(max(position), 0) AS position
      FROM site_household WHERE site_id = ${input.siteId}) last
    ORDER BY key`)
}

export function updateHousehold(db: Database, id: string, facts: HouseholdFacts): Statement {
  return db.run(sql`
    UPDATE site_household SET name = ${facts.name}, name_folded = ${facts.nameFolded},
      phone = ${facts.phone}, plot = ${facts.plot}, area_ha = ${facts.areaHa},
      tree_count = ${facts.treeCount}
    WHERE id = ${id}`)
}

export function deleteHousehold(db: Database, id: string): Statement {
  return db.run(sql`DELETE FROM site_household WHERE id = ${id}`)
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
