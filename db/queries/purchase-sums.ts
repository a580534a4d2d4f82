import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Days } from '../../worker/domain/purchases/periods.ts'
import type { Database } from '../client.ts'
import { organisation, purchaseLine, site } from '../schema/index.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { linesWithin, MOST_LINES_EXAMINED } from './purchase-reports.ts'
import { rowsOf } from './rows-of.ts'
import { unitName } from './unit-name.ts'
import { withinBounds } from './within-bounds.ts'

/** Lines of one table of sums. */
const MOST_SUMS = 2_000
const MOST_MISSING = 500

/** What lines are added up by. */
export type SumParts = {
  readonly commune: boolean
  readonly crop: boolean
  readonly destination: boolean
  readonly period: boolean
}

function sumFields(parts: SumParts) {
  const of = (is: boolean, value: SQL) => maybe(text(is ? value : sql`NULL`))
  return {
    communeCode: of(parts.commune, sql`l.commune_code`),
    communeName: maybe(
      text(parts.commune ? sql`${unitName('commune', sql`l.commune_code`)}` : sql`NULL`),
    ),
    crop: of(parts.crop, sql`l.crop`),
    destination: of(parts.destination, sql`l.destination`),
    fromOn: of(parts.period, sql`l.from_on`),
    toOn: of(parts.period, sql`l.to_on`),
    boughtKg: number(sql`coalesce(sum(l.bought_kg), 0.0)`),
    soldKg: number(sql`coalesce(sum(l.sold_kg), 0.0)`),
    reporters: number(sql`count(DISTINCT l.organisation_id)`),
    codes: number(sql`count(DISTINCT l.code_id)`),
  }
}

export type PurchaseSum = RowOf<ReturnType<typeof sumFields>>

/** What was reported through growing areas within bounds, of periods that end on some days, added up. */
export function sumPurchases(
  db: Database,
  asked: { readonly bounds: Bounds; readonly days: Days; readonly parts: SumParts },
): Promise<PurchaseSum[]> {
  return rowsOf(db, sumFields(asked.parts), sumSource(asked))
}

export function sumSource(asked: Parameters<typeof sumPurchases>[1]): SQL {
  const { bounds, days, parts } = asked
  const by = [
    ...(parts.period ? [sql`l.to_on DESC`, sql`l.from_on`] : []),
    ...(parts.commune ? [sql`l.commune_code`] : []),
    ...(parts.crop ? [sql`l.crop`] : []),
    ...(parts.destination ? [sql`l.destination`] : []),
  ]
  const keys = [
    ...(parts.period ? [sql`l.to_on`, sql`l.from_on`] : []),
    ...(parts.commune ? [sql`l.commune_code`] : []),
    ...(parts.crop ? [sql`l.crop`] : []),
    ...(parts.destination ? [sql`l.destination`] : []),
  ]
  const grouped =
    keys.length === 0
      ? sql``
      : sql`GROUP BY ${sql.join(keys, sql`, `)} ORDER BY ${sql.join(by, sql`, `)}`
  return sql`(SELECT n.crop, n.destination, n.from_on, n.to_on, n.bought_kg, n.sold_kg, n.code_id,
      r.organisation_id, s.commune_code FROM ${linesWithin(bounds, days)}
      LIMIT ${MOST_LINES_EXAMINED}) l ${grouped} LIMIT ${MOST_SUMS}`
}

const MISSING = {
  organisationId: organisation.id,
  organisation: organisation.name,
  packedKg: number(sql`m.kg`),
  batches: number(sql`m.batches`),
  codes: json<readonly string[]>(sql`m.codes`),
}

export type MissingReporter = RowOf<typeof MISSING>

/**
 * Who packed under codes of growing areas within bounds in a period and has not reported it: most goods
 * first.
 */
export function listMissing(
  db: Database,
  asked: { readonly bounds: Bounds; readonly days: Days },
): Promise<MissingReporter[]> {
  return rowsOf(db, MISSING, missingSource(asked))
}

export function missingSource({ bounds, days }: Parameters<typeof listMissing>[1]): SQL {
  const { fromOn, toOn } = days
  return sql`(SELECT packer_id, coalesce(sum(kg), 0.0) AS kg, sum(batches) AS batches,
      json_group_array(code) AS codes FROM (
        SELECT u.packer_id, k.code, sum(u.quantity_kg) AS kg, count(DISTINCT u.batch_id) AS batches
        FROM site s CROSS JOIN code_use u ON u.site_id = s.id JOIN code k ON k.id = u.code_id
        WHERE ${withinBounds(bounds, 's')} AND u.slot = 'growing_area'
          AND u.packed_on BETWEEN ${fromOn} AND ${toOn}
          AND u.annulled_at IS NULL AND u.is_counted = 1
        GROUP BY u.packer_id, k.code LIMIT ${MOST_LINES_EXAMINED})
      WHERE NOT EXISTS (SELECT 1 FROM purchase_report r WHERE r.organisation_id = packer_id
        AND r.to_on >= ${fromOn} AND r.from_on <= ${toOn}
        AND r.replaced_by IS NULL AND r.is_withdrawn = 0)
      GROUP BY packer_id) m JOIN organisation ON organisation.id = m.packer_id
    ORDER BY m.kg DESC, organisation.id LIMIT ${MOST_MISSING}`
}

const BOUGHT = {
  siteId: site.id,
  kg: number(sql`coalesce(sum(${purchaseLine.boughtKg}), 0.0)`),
  crop: purchaseLine.cropFolded,
  buyers: number(sql`count(DISTINCT r.organisation_id)`),
}

/** What was bought of growing areas in a year, by crop. */
export function sumBoughtOfSites(
  db: Database,
  asked: { readonly siteIds: readonly string[]; readonly year: number },
) {
  const { siteIds, year } = asked
  return rowsOf(
    db,
    BOUGHT,
    sql`site CROSS JOIN purchase_line ON purchase_line.site_id = site.id
      JOIN purchase_report r ON r.id = purchase_line.report_id
      WHERE site.id IN (SELECT value FROM json_each(${JSON.stringify(siteIds)}))
        AND purchase_line.to_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
        AND purchase_line.bought_kg IS NOT NULL AND r.replaced_by IS NULL AND r.is_withdrawn = 0
      GROUP BY site.id, purchase_line.crop_folded LIMIT ${MOST_SUMS}`,
  )
}

const REPORTED = { siteId: text(sql`n.site_id`), recordedAt: number(sql`r.recorded_at`) }

/** Growing areas that were reported on since an instant, and the last such instant. */
export async function readAreasReportedSince(
  db: Database,
  asked: { readonly since: number; readonly limit: number },
): Promise<{ readonly siteIds: readonly string[]; readonly upTo: number }> {
  const rows = await rowsOf(
    db,
    REPORTED,
    sql`(SELECT * FROM purchase_report WHERE recorded_at >= ${asked.since}
      ORDER BY recorded_at LIMIT ${asked.limit}) r JOIN purchase_line n ON n.report_id = r.id
    ORDER BY r.recorded_at LIMIT ${asked.limit}`,
  )
  const siteIds = [...new Set(rows.map(({ siteId }) => siteId))]
  return { siteIds, upTo: rows.at(-1)?.recordedAt ?? asked.since }
}
