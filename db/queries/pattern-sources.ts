import { and, eq, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import {
  administrativeUnit,
  batch,
  codeUse,
  patternCursor,
  site,
  siteHousehold,
} from '../schema/index.ts'
import { among } from './among.ts'
import { quotaReads, quotaRows } from './code-quota.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** Up to where a look went: an instant, or the number of a row. 0 before the first. */
export async function readCursor(db: Database, name: string): Promise<number> {
  const row = await firstOf(
    db.select({ at: patternCursor.at }).from(patternCursor).where(eq(patternCursor.name, name)),
  )
  return row?.at ?? 0
}

export function setCursor(db: Database, name: string, at: number): Statement {
  return db.run(sql`INSERT INTO pattern_cursor (name, at) VALUES (${name}, ${at})
    ON CONFLICT (name) DO UPDATE SET at = max(at, excluded.at)`)
}

/**
 * Growing areas under whose codes batches were sealed since an instant, and the last such instant.
 * Those of the instant itself are looked at again: more may have come with it.
 */
export async function readAreasUsedSince(
  db: Database,
  asked: { readonly since: number; readonly limit: number },
): Promise<{ readonly siteIds: readonly string[]; readonly upTo: number }> {
  const { sealedAt, slot, annulledAt, batchId } = codeUse
  const rows = await db
    .select(pick(codeUse, 'siteId', 'sealedAt'))
    .from(codeUse)
    .where(and(gte(sealedAt, asked.since), eq(slot, 'growing_area'), isNull(annulledAt)))
    .orderBy(sealedAt, batchId)
    .limit(asked.limit)
  const siteIds = [...new Set(rows.map(({ siteId }) => siteId))]
  return { siteIds, upTo: rows.at(-1)?.sealedAt ?? asked.since }
}

const AREA = {
  siteId: site.id,
  siteName: site.name,
  ...pick(site, 'provinceCode', 'communeCode', 'organisationId'),
  code: maybe(
    text(sql`(SELECT k.code FROM code k WHERE k.site_id = ${site.id}
      AND k.withdrawn_at IS NULL ORDER BY k.code LIMIT 1)`),
  ),
}

/** A growing area as a pattern names it. */
export type PatternArea = RowOf<typeof AREA>

function areaFields(sinceOn: string, year: string) {
  return {
    ...AREA,
    packers: json<readonly { packerId: string; kg: number }[]>(sql`(
      SELECT json_group_array(json_object('packerId', packer_id, 'kg', kg)) FROM (
        SELECT packer_id, coalesce(sum(quantity_kg), 0.0) AS kg FROM code_use
        WHERE site_id = ${site.id} AND packed_on >= ${sinceOn} AND annulled_at IS NULL AND is_counted = 1
        GROUP BY packer_id LIMIT 200))`),
    seasons: json<readonly { crop: string; fromOn: string; toOn: string }[]>(sql`(
      SELECT json_group_array(json_object('crop', crop_folded, 'fromOn', expected_from_on,
        'toOn', coalesce(ended_on, expected_to_on))) FROM (SELECT * FROM season
        WHERE site_id = ${site.id} AND starts_on >= date(${`${year}-01-01`}, '-2 years')
        ORDER BY starts_on DESC LIMIT 500))`),
    harvests: json<readonly { crop: string | null; on: string; kg: number }[]>(sql`(
      SELECT json_group_array(json_object('crop', crop, 'on', day, 'kg', kg)) FROM (
        SELECT u.crop, coalesce(json_extract(b.harvested_on, '$[0]'), u.packed_on) AS day,
          coalesce(u.quantity_kg, 0.0) AS kg
        FROM code_use u JOIN batch b ON b.id = u.batch_id
        WHERE u.site_id = ${site.id} AND u.packed_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
          AND u.annulled_at IS NULL AND u.is_counted = 1 LIMIT 5000))`),
  }
}

/**
 * What was packed from growing areas and when it was harvested, and the facts of their quotas of a
 * year.
 */
export async function readAreaPatterns(
  db: Database,
  asked: { readonly siteIds: readonly string[]; readonly sinceOn: string; readonly year: number },
) {
  const { siteIds, sinceOn, year } = asked
  const [areas, ...facts] = await db.batch([
    rowsOf(
      db,
      areaFields(sinceOn, String(year)),
      sql`site WHERE site.id IN ${among(siteIds)} LIMIT 500`,
    ),
    ...quotaReads(db, {
      sites: sql`SELECT value FROM json_each(${JSON.stringify(siteIds)})`,
      year,
    }),
  ])
  const quotaOf = new Map(quotaRows(...facts).map((row) => [row.siteId, row]))
  return areas.map((area) => ({ ...area, quota: quotaOf.get(area.siteId) ?? null }))
}

export type AreaPatternRow = Awaited<ReturnType<typeof readAreaPatterns>>[number]

const OPENED = {
  batchId: batch.id,
  sealedAt: number(sql`u.sealed_at`),
  ...pick(batch, 'ref', 'lot', 'markets'),
  siteId: maybe(text(sql`s.id`)),
  provinceCode: maybe(text(sql`coalesce(s.province_code, o.province_code)`)),
  communeCode: maybe(text(sql`iif(s.id IS NULL, o.commune_code, s.commune_code)`)),
  opens: json<readonly { region: string; visitors: number }[]>(sql`(
    SELECT json_group_array(json_object('region', region, 'visitors', n)) FROM (
      SELECT region, sum(visitors) AS n FROM label_day WHERE unit_space = 'B/' || ${batch.ref}
      GROUP BY region LIMIT 500))`),
}

/** Batches sealed within two instants, with who opened their units' labels, by region. */
export function readOpenedBatches(
  db: Database,
  asked: { readonly from: number; readonly to: number; readonly limit: number },
) {
  return rowsOf(db, OPENED, openedSource(asked))
}

export type OpenedBatch = Awaited<ReturnType<typeof readOpenedBatches>>[number]

function openedSource({ from, to, limit }: { from: number; to: number; limit: number }): SQL {
  return sql`(SELECT batch_id, sealed_at FROM code_use
      WHERE sealed_at > ${from} AND sealed_at <= ${to} AND annulled_at IS NULL
      GROUP BY sealed_at, batch_id ORDER BY sealed_at, batch_id LIMIT ${limit}) u
    JOIN batch ON batch.id = u.batch_id JOIN organisation o ON o.id = batch.organisation_id
    LEFT JOIN site s ON s.id = (SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
      WHERE bc.batch_id = batch.id AND bc.slot = 'growing_area' ORDER BY c.code LIMIT 1)`
}

/** Folded names that provinces of Viet Nam have or had. */
export async function readProvinceNames(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: administrativeUnit.nameFolded })
    .from(administrativeUnit)
    .where(eq(administrativeUnit.level, 'province'))
    .limit(500)
  return rows.map(({ name }) => name)
}

const DRAWN = {
  row: number(sql`drawn.row`),
  ...AREA,
  kind: site.kind,
  boundaryHa: number(sql`drawn.area_ha`),
  geojson: text(sql`drawn.geojson`),
}

/** Boundaries handed in after a row, each as it counts now; one a site. */
export function readBoundariesAfter(
  db: Database,
  asked: { readonly row: number; readonly limit: number },
) {
  return rowsOf(
    db,
    DRAWN,
    sql`(SELECT rowid AS row, * FROM site_boundary WHERE rowid > ${asked.row}
        ORDER BY rowid LIMIT ${asked.limit}) drawn
      JOIN site ON site.id = drawn.site_id
      WHERE site.withdrawn_at IS NULL ORDER BY drawn.row`,
  )
}

export type DrawnArea = Awaited<ReturnType<typeof readBoundariesAfter>>[number]

/** Growing areas by their ids, as a pattern names them. */
export function readPatternAreas(db: Database, siteIds: readonly string[]) {
  return rowsOf(db, AREA, sql`site WHERE site.id IN ${among(siteIds)} LIMIT 500`)
}

/** Sites whose lists of households got rows after a row, and the last row looked at. */
export async function readHouseholdSitesAfter(
  db: Database,
  asked: { readonly row: number; readonly limit: number },
): Promise<{ readonly siteIds: readonly string[]; readonly upTo: number }> {
  const row = sql`${siteHousehold}.rowid`
  const rows = await db
    .select({ siteId: siteHousehold.siteId, row: number(row) })
    .from(siteHousehold)
    .where(sql`${row} > ${asked.row}`)
    .orderBy(row)
    .limit(asked.limit)
  return {
    siteIds: [...new Set(rows.map(({ siteId }) => siteId))],
    upTo: rows.at(-1)?.row ?? asked.row,
  }
}

/** A site that has households of another one on its list. */
export type SharingSite = {
  readonly siteId: string
  readonly otherId: string
  readonly shared: number
  readonly households: number
}

/**
 * How many households of some sites stand on another site's list too: by name and telephone, or by
 * name, plot and area. Names alone are shared by too many.
 */
export function readSharedHouseholds(
  db: Database,
  siteIds: readonly string[],
): Promise<SharingSite[]> {
  const m = siteHousehold
  const x = alias(siteHousehold, 'x')
  const shared = sql`count(DISTINCT ${m.id})`
  return db
    .select({
      siteId: m.siteId,
      otherId: x.siteId,
      shared: number(shared),
      households: number(
        sql`(SELECT count(*) FROM site_household n WHERE n.site_id = ${m.siteId})`,
      ),
    })
    .from(m)
    .innerJoin(
      x,
      sql`${x.nameFolded} = ${m.nameFolded} AND ${x.siteId} <> ${m.siteId}
        AND (${x.phone} = ${m.phone} OR (${x.plot} = ${m.plot} AND ${x.areaHa} = ${m.areaHa}))`,
    )
    .innerJoin(site, and(eq(site.id, x.siteId), isNull(site.withdrawnAt)))
    .where(sql`${m.siteId} IN ${among(siteIds)}`)
    .groupBy(m.siteId, x.siteId)
    .having(sql`${shared} > 1`)
    .limit(500)
}
