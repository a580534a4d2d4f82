import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { UnitLevel } from '../../worker/domain/places/unit-version.ts'
import type { Database } from '../client.ts'
import { administrativeBoundary, administrativeUnit } from '../schema/index.ts'
import { flag, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** More units than have ever been in force at once. */
const MAX_UNITS = 20_000
/** Units whose boxes share a position: a few neighbours. */
const MAX_NEAR = 12
/** Bytes of outlines read in one answer; a database server refuses to send much more. */
const MAX_BYTES = 8_000_000

const { level, code, name, validTo } = administrativeUnit

const OUTLINED = { level, code, name, outlined: flag(isNotNull(administrativeBoundary.code)) }

export type OutlinedUnit = RowOf<typeof OUTLINED>

const isItsOutline = and(
  eq(administrativeBoundary.level, level),
  eq(administrativeBoundary.code, code),
)

/** All provinces and communes in force, and which of them have an outline. */
export function readOutlinedUnits(db: Database): Promise<OutlinedUnit[]> {
  return db
    .select(OUTLINED)
    .from(administrativeUnit)
    .leftJoin(administrativeBoundary, isItsOutline)
    .where(isNull(validTo))
    .limit(MAX_UNITS)
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
  const { at, ...unit } = input
  const outline = { geojson: input.geojson, source: input.source, loadedAt: at }
  return db
    .insert(administrativeBoundary)
    .values({ ...unit, ...outline })
    .onConflictDoUpdate({
      target: [administrativeBoundary.level, administrativeBoundary.code],
      set: outline,
    })
}

/** The outline of a commune in force, as GeoJSON; null where none is loaded. */
export async function readCommuneOutline(
  db: Database,
  communeCode: string,
): Promise<string | null> {
  const row = await firstOf(
    db
      .select({ geojson: administrativeBoundary.geojson })
      .from(administrativeUnit)
      .innerJoin(administrativeBoundary, isItsOutline)
      .where(and(eq(level, 'commune'), eq(code, communeCode), isNull(validTo)))
      .limit(1),
  )
  return row?.geojson ?? null
}

const NEAR = {
  code: text(sql`near.code`),
  name: text(sql`near.name`),
  geojson: text(sql`near.geojson`),
}

export type NearUnit = RowOf<typeof NEAR>

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
  return rowsOf(
    db,
    NEAR,
    sql`(WITH outlined AS (
      SELECT u.code, u.name, b.geojson, substr(b.geojson, 9, instr(b.geojson, ']') - 8) AS box
      FROM administrative_unit u
      JOIN administrative_boundary b ON b.level = u.level AND b.code = u.code
      WHERE u.parent_code IS ${provinceCode} AND u.valid_to IS NULL
        AND u.level = ${provinceCode === null ? 'province' : 'commune'}
    )
      SELECT code, name, geojson, sum(length(geojson)) OVER (ORDER BY length(geojson), code) AS bytes
      FROM outlined
      WHERE ${side(0)} <= ${lng} AND ${side(1)} <= ${lat} AND ${side(2)} >= ${lng} AND ${side(3)} >= ${lat}
    ) near WHERE near.bytes <= ${MAX_BYTES} LIMIT ${MAX_NEAR}`,
  )
}
