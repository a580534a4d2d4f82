import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { KgOfSite } from '../../worker/domain/quota/counted-kg.ts'
import type { PlantedCrop } from '../../worker/domain/quota/quota-of.ts'
import type { KgOfCrop, QuotaFacts } from '../../worker/domain/quota/quota-of-site.ts'
import type { Database } from '../client.ts'
import { product, site } from '../schema/index.ts'
import { sitesOfBatch } from './batch-choices.ts'
import { inputKgOf } from './batch-goods.ts'
import { json, number, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { allOfKind, listOwnRulesOfKind, type MarketRuleRow } from './market-rules.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const CEILING = 'yield_ceiling'

const CROPS = json<readonly (PlantedCrop & { readonly name: string })[]>(sql`(
  SELECT json_group_array(json_object(
    'name', crop, 'cropFolded', crop_folded, 'plantedHa', planted_area_ha))
  FROM (SELECT * FROM site_crop WHERE site_id = ${site.id} ORDER BY crop_folded))`)

function quotaFields(year: number) {
  return {
    siteId: site.id,
    ...pick(site, 'areaHa'),
    crops: CROPS,
    packed: json<readonly KgOfCrop[]>(packedIn(year)),
    packedBefore: json<readonly KgOfCrop[]>(packedIn(year - 1)),
    yieldsBefore: json<readonly KgOfCrop[]>(sql`(SELECT json_group_array(
        json_object('crop', crop_folded, 'kg', kg)) FROM (
      SELECT crop_folded, sum(yield_kg) AS kg FROM season
      WHERE site_id = ${site.id} AND yield_kg IS NOT NULL AND ended_on BETWEEN ${first(year - 1)}
        AND ${last(year - 1)} GROUP BY crop_folded))`),
  }
}

type QuotaAsked = {
  /** The ids of the growing areas. */
  readonly sites: SQL
  readonly year: number
}

/** What a growing area's quota of a year is worked out from. */
export type QuotaRow = RowOf<ReturnType<typeof quotaFields>> & Pick<QuotaFacts, 'ceilings'>

/**
 * Growing areas with what was planted, packed and harvested and what a hectare yields at most, for
 * the quota of a year; one round trip.
 */
export async function readQuotaFacts(db: Database, asked: QuotaAsked): Promise<QuotaRow[]> {
  return quotaRows(...(await db.batch(quotaReads(db, asked))))
}

/** The reads of `readQuotaFacts`, for a batch that reads more; `quotaRows` takes what they give. */
export function quotaReads(db: Database, { sites, year }: QuotaAsked) {
  const areas = rowsOf(
    db,
    quotaFields(year),
    sql`site WHERE site.id IN (${sites}) AND site.kind IN (
      SELECT id FROM site_kind WHERE label_slot = 'growing_area') LIMIT 500`,
  )
  return [areas, listOwnRulesOfKind(db, CEILING)] as const
}

export function quotaRows(
  areas: readonly RowOf<ReturnType<typeof quotaFields>>[],
  rules: readonly MarketRuleRow[],
): QuotaRow[] {
  const ceilings = allOfKind(CEILING, rules)
  return areas.map((area) => ({ ...area, ceilings }))
}

/** The sites of a holder, by their ids. */
export function sitesOfHolder(organisationId: string): SQL {
  return sql`SELECT id FROM site WHERE organisation_id = ${organisationId}
    AND withdrawn_at IS NULL`
}

/** Sites by their ids. */
export function sitesNamed(siteIds: readonly string[]): SQL {
  return sql`SELECT value FROM json_each(${JSON.stringify(siteIds)})`
}

/** The growing areas whose codes a batch names. */
export function areasOfBatch(batchId: string): SQL {
  return sql`${sitesOfBatch(batchId)} AND bc.slot = 'growing_area'`
}

function packedIn(year: number): SQL {
  return sql`(SELECT json_group_array(json_object('crop', crop, 'kg', kg)) FROM (
    SELECT crop, sum(quantity_kg) AS kg FROM code_use
    WHERE site_id = ${site.id} AND packed_on BETWEEN ${first(year)} AND ${last(year)}
      AND annulled_at IS NULL AND is_counted = 1 AND quantity_kg IS NOT NULL GROUP BY crop))`
}

const first = (year: number) => `${year}-01-01`
const last = (year: number) => `${year}-12-31`

/** What a batch is made of, by growing area, as it is counted. */
export async function readCountedFacts(
  db: Database,
  batchId: string,
): Promise<{
  readonly productFolded: string
  readonly netContentValue: number | null
  readonly netContentUnit: (typeof product.$inferSelect)['netContentUnit']
  readonly inputKg: number
  readonly harvested: readonly KgOfSite[]
  readonly countedBefore: readonly KgOfSite[]
}> {
  const row = await firstOf(
    rowsOf(
      db,
      COUNTED,
      sql`batch b JOIN product p ON p.id = b.product_id
    WHERE b.id = ${batchId}`,
    ),
  )
  if (row === null) throw new Error('a batch that is to be counted is not there')
  return row
}

const KG_OF_SITE = (rows: SQL) =>
  json<readonly KgOfSite[]>(
    sql`(SELECT json_group_array(json_object('siteId', site_id, 'kg', kg)) FROM (${rows}))`,
  )

const p = alias(product, 'p')

const COUNTED = {
  productFolded: p.nameFolded,
  ...pick(p, 'netContentValue', 'netContentUnit'),
  inputKg: number(inputKgOf(sql`b.id`)),
  harvested: KG_OF_SITE(sql`SELECT e.site_id, sum(h.quantity_kg) AS kg FROM batch_harvest h
    JOIN diary_event e ON e.id = h.diary_event_id WHERE h.batch_id = b.id GROUP BY e.site_id`),
  // What a source of several areas gave is shared evenly among them.
  countedBefore: KG_OF_SITE(sql`SELECT e.site_id, sum(e.quantity_kg / (
      SELECT count(DISTINCT n.site_id) FROM code_use n
      WHERE n.batch_id = e.from_batch_id AND n.slot = 'growing_area')) AS kg
    FROM (SELECT DISTINCT e.from_batch_id, e.quantity_kg, u.site_id FROM lot_edge e
      JOIN code_use u ON u.batch_id = e.from_batch_id
      WHERE e.to_batch_id = b.id AND u.slot = 'growing_area' AND u.annulled_at IS NULL) e
    GROUP BY e.site_id`),
}
