import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

export type BoundaryRow = {
  readonly id: string
  readonly geojson: string
  readonly areaHa: number
  readonly source: string
  readonly fileName: string | null
  readonly recordedAt: number
  readonly actor: string
}

type Box = {
  readonly minLng: number
  readonly minLat: number
  readonly maxLng: number
  readonly maxLat: number
}

/** The newest boundary of a place, which is the one that counts. */
export async function readBoundaryOf(db: Database, siteId: string): Promise<BoundaryRow | null> {
  const [row] = await db.all<BoundaryRow>(sql`
    SELECT id, geojson, area_ha AS areaHa, source, file_name AS fileName,
      recorded_at AS recordedAt, actor
    FROM site_boundary WHERE site_id = ${siteId} ORDER BY recorded_at DESC, rowid DESC LIMIT 1`)
  return row ?? null
}

/** Holds while this is still the boundary that counts; null for none yet. */
export function boundaryIs(siteId: string, id: string | null) {
  return sql`(SELECT id FROM site_boundary WHERE site_id = ${siteId}
    ORDER BY recorded_at DESC, rowid DESC LIMIT 1) IS ${id}`
}

export function insertBoundary(
  db: Database,
  input: {
    readonly id: string
    readonly siteId: string
    readonly geojson: string
    readonly areaHa: number
    readonly box: Box
    readonly source: string
    readonly fileName: string | null
    readonly at: number
    readonly actor: string
  },
): Statement {
  const { box } = input
  return db.run(sql`
    INSERT INTO site_boundary (id, site_id, geojson, area_ha, min_lng, min_lat, max_lng, max_lat,
      source, file_name, recorded_at, actor)
    VALUES (${input.id}, ${input.siteId}, ${input.geojson}, ${input.areaHa}, ${box.minLng},
      ${box.minLat}, ${box.maxLng}, ${box.maxLat}, ${input.source}, ${input.fileName}, ${input.at},
      ${input.actor})`)
}

/** Puts the point of a place on maps. */
export function setPoint(
  db: Database,
  input: { readonly siteId: string; readonly lat: number; readonly lng: number },
): Statement {
  return db.run(
    sql`UPDATE site SET lat = ${input.lat}, lng = ${input.lng} WHERE id = ${input.siteId}`,
  )
}

export type NeighbourRow = {
  readonly siteId: string
  readonly siteName: string
  readonly code: string | null
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
  readonly geojson: string
}

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
  const { box } = input
  return db.all<NeighbourRow>(sql`
    SELECT s.id AS siteId, s.name AS siteName, o.name AS orgName, o.kind AS orgKind,
      o.name_consent_on AS nameConsentOn, b.geojson,
      (SELECT c.code FROM code c WHERE c.site_id = s.id AND c.withdrawn_at IS NULL LIMIT 1) AS code
    FROM site_boundary b
    JOIN site s ON s.id = b.site_id
    JOIN organisation o ON o.id = s.organisation_id
    WHERE b.min_lng BETWEEN ${box.minLng - input.widest} AND ${box.maxLng}
      AND b.max_lng >= ${box.minLng} AND b.min_lat <= ${box.maxLat} AND b.max_lat >= ${box.minLat}
      AND s.id <> ${input.siteId} AND s.kind = ${input.kind} AND s.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM site_boundary newer WHERE newer.site_id = b.site_id
        AND (newer.recorded_at, newer.rowid) > (b.recorded_at, b.rowid))
    LIMIT ${MAX_NEIGHBOURS}`)
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
  return db.all(sql`
    SELECT lat, lng FROM site
    WHERE province_code = ${input.provinceCode} AND commune_code = ${input.communeCode}
      AND lat IS NOT NULL AND lng IS NOT NULL AND withdrawn_at IS NULL AND id <> ${input.siteId}
    LIMIT 50`)
}
