import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

/** More units than have ever been in force at once. */
const MAX_UNITS = 20_000
/** Units whose boxes share a position: a few neighbours. */
const MAX_NEAR = 12
/** Bytes of outlines read in one answer; a database server refuses to send much more. */
const MAX_BYTES = 8_000_000

export type UnitLevel = 'province' | 'commune'

export type OutlinedUnit = {
  readonly level: UnitLevel
  readonly code: string
  readonly name: string
  /** 1 where its outline is loaded. */
  readonly outlined: 0 | 1
}

/** All provinces and communes in force, and which of them have an outline. */
export function readOutlinedUnits(db: Database): Promise<OutlinedUnit[]> {
  return db.all<OutlinedUnit>(sql`
    SELECT u.level, u.code, u.name, b.code IS NOT NULL AS outlined
    FROM administrative_unit u
    LEFT JOIN administrative_boundary b ON b.level = u.level AND b.code = u.code
    WHERE u.valid_to IS NULL LIMIT ${MAX_UNITS}`)
}

/** Puts the outline of a unit in the place of the one before. */
export function putOutline(
  db: Database,
  input: {
    readonly level: UnitLevel
    readonly code: string
    readonly geojson: string
    readonly source: string
    readonly at: number
  },
): Statement {
  return db.run(sql`
    INSERT INTO administrative_boundary (level, code, geojson, source, loaded_at)
    VALUES (${input.level}, ${input.code}, ${input.geojson}, ${input.source}, ${input.at})
    ON CONFLICT (level, code) DO UPDATE SET geojson = excluded.geojson, source = excluded.source,
      loaded_at = excluded.loaded_at`)
}

/** The outline of a commune in force, as GeoJSON; null where none is loaded. */
export async function readCommuneOutline(db: Database, code: string): Promise<string | null> {
  const [row] = await db.all<{ geojson: string }>(sql`
    SELECT geojson FROM administrative_boundary
    WHERE level = 'commune' AND code = ${code}
      AND EXISTS (SELECT 1 FROM administrative_unit u WHERE u.level = 'commune'
        AND u.code = ${code} AND u.valid_to IS NULL)
    LIMIT 1`)
  return row?.geojson ?? null
}

export type NearUnit = { readonly code: string; readonly name: string; readonly geojson: string }

/**
 * Units in force whose outline's box holds the position: the provinces, or the communes of one. The
 * box stands at the front of the stored text, so only its four numbers are parsed.
 */
export function readUnitsNear(
  db: Database,
  input: { readonly lng: number; readonly lat: number; readonly provinceCode: string | null },
): Promise<NearUnit[]> {
  const { lng, lat, provinceCode } = input
  const side = (n: number) => sql.raw(`json_extract(box, '$[${n}]')`)
  return db.all<NearUnit>(sql`
    WITH outlined AS (
      SELECT u.code, u.name, b.geojson, substr(b.geojson, 9, instr(b.geojson, ']') - 8) AS box
      FROM administrative_unit u
      JOIN administrative_boundary b ON b.level = u.level AND b.code = u.code
      WHERE u.parent_code IS ${provinceCode} AND u.valid_to IS NULL
        AND u.level = ${provinceCode === null ? 'province' : 'commune'}
    ), near AS (
      SELECT code, name, geojson, sum(length(geojson)) OVER (ORDER BY length(geojson), code) AS bytes
      FROM outlined
      WHERE ${side(0)} <= ${lng} AND ${side(1)} <= ${lat} AND ${side(2)} >= ${lng} AND ${side(3)} >= ${lat}
    )
    SELECT code, name, geojson FROM near WHERE bytes <= ${MAX_BYTES} LIMIT ${MAX_NEAR}`)
}
