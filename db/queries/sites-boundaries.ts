import { and, between, desc, eq, gte, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation, site, siteBoundary } from '../schema/index.ts'
import { maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { setOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type BoundaryRow = typeof siteBoundary.$inferSelect

type Box = Pick<BoundaryRow, 'minLng' | 'minLat' | 'maxLng' | 'maxLat'>

/** The newest boundary of a place, which is the one that counts. */
export function readBoundaryOf(db: Database, siteId: string): Promise<BoundaryRow | null> {
  return firstOf(
    db
      .select()
      .from(siteBoundary)
      .where(eq(siteBoundary.siteId, siteId))
      .orderBy(desc(siteBoundary.recordedAt), sql`${siteBoundary}.rowid DESC`)
      .limit(1),
  )
}

/** Holds while this is still the boundary that counts; null for none yet. */
export function boundaryIs(siteId: string, id: string | null): SQL {
  return sql`(SELECT id FROM site_boundary WHERE site_id = ${siteId}
    ORDER BY recorded_at DESC, rowid DESC LIMIT 1) IS ${id}`
}

export function insertBoundary(
  db: Database,
  input: Omit<BoundaryRow, keyof Box | 'recordedAt'> & { readonly box: Box; readonly at: number },
): Statement {
  const { box, at, ...boundary } = input
  const { minLng, minLat, maxLng, maxLat } = box
  const row = { ...boundary, minLng, minLat, maxLng, maxLat, recordedAt: at }
  return db.insert(siteBoundary).values(row)
}

/** Puts the point of a place on maps. */
export const setPoint = setOf(site, 'lat', 'lng')

const NEIGHBOUR = {
  siteId: site.id,
  siteName: site.name,
  code: maybe(
    text(sql`(SELECT c.code FROM code c
      WHERE c.site_id = ${site.id} AND c.withdrawn_at IS NULL LIMIT 1)`),
  ),
  orgName: organisation.name,
  orgKind: organisation.kind,
  nameConsentOn: organisation.nameConsentOn,
  geojson: siteBoundary.geojson,
  boundaryHa: siteBoundary.areaHa,
}

export type NeighbourRow = RowOf<typeof NEIGHBOUR>

const MAX_NEIGHBOURS = 12

/** Places of the same kind whose boundary's box meets the given one; no box is wider than `widest`. */
export function readNeighbours(
  db: Database,
  input: {
    readonly siteId: string
    readonly kind: string
    readonly box: Box
    readonly widest: number
  },
): Promise<NeighbourRow[]> {
  const { box, siteId, kind, widest } = input
  const meets = and(
    between(siteBoundary.minLng, box.minLng - widest, box.maxLng),
    gte(siteBoundary.maxLng, box.minLng),
    lte(siteBoundary.minLat, box.maxLat),
    gte(siteBoundary.maxLat, box.minLat),
  )
  const isNewest = sql`NOT EXISTS (SELECT 1 FROM site_boundary newer
    WHERE newer.site_id = ${siteBoundary.siteId} AND (newer.recorded_at, newer.rowid)
      > (${siteBoundary.recordedAt}, ${siteBoundary}.rowid))`
  const isOther = and(ne(site.id, siteId), eq(site.kind, kind), isNull(site.withdrawnAt))
  return db
    .select(NEIGHBOUR)
    .from(siteBoundary)
    .innerJoin(site, eq(site.id, siteBoundary.siteId))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .where(and(meets, isOther, isNewest))
    .limit(MAX_NEIGHBOURS)
}

/** Points of other places in the same commune, some of them. */
export function readCommunePoints(
  db: Database,
  input: {
    readonly siteId: string
    readonly provinceCode: string
    readonly communeCode: string
  },
): Promise<{ lat: number; lng: number }[]> {
  const { provinceCode, communeCode, siteId } = input
  return rowsOf(
    db,
    { lat: number(sql`lat`), lng: number(sql`lng`) },
    sql`site WHERE province_code = ${provinceCode} AND commune_code = ${communeCode}
      AND lat IS NOT NULL AND lng IS NOT NULL AND withdrawn_at IS NULL AND id <> ${siteId} LIMIT 50`,
  )
}
