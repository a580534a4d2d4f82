import proj4 from 'proj4'
import type { Part, Position } from './boundary.ts'
import { type CoordinateSystem, WGS84_EPSG } from './coordinate-systems.ts'

/**
 * From VN-2000 to WGS 84 (Decision 05/2007/QĐ-BTNMT; EPSG:6960), as proj4 signs the rotations: good to
 * a metre or so, and some 190 metres from no shift at all.
 */
const TO_WGS84 =
  '-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278'
const SCALE = { 3: 0.9999, 6: 0.9996 } as const

/** The parts in degrees, WGS 84. Northing and easting may stand in either order. */
export function toWgs84(parts: readonly Part[], system: CoordinateSystem): readonly Part[] {
  if (system.epsg === WGS84_EPSG) return parts
  const convert = proj4(definitionOf(system), 'WGS84')
  const isZoned = system.zone !== null
  const moved = (position: Position): Position => {
    const [first, second] = position
    // What is no number is refused with its place later.
    if (!Number.isFinite(first) || !Number.isFinite(second)) return position
    // In Viet Nam the northing of a zone is always the larger figure.
    const given = isZoned && first > second ? [second, first] : [first, second]
    const [lng = Number.NaN, lat = Number.NaN] = convert.forward(given)
    return [lng, lat]
  }
  return parts.map((part) => part.map((ring) => ring.map(moved)))
}

/** True where the first position counts metres. */
export function isInMetres(parts: readonly Part[]): boolean {
  const [lng = 0, lat = 0] = parts[0]?.[0]?.[0] ?? []
  return Math.abs(lng) > 1_000 && Math.abs(lat) > 1_000
}

function definitionOf({ datum, zone }: CoordinateSystem): string {
  const shift = datum === 'vn2000' ? ` +towgs84=${TO_WGS84}` : ''
  const ends = `+ellps=WGS84${shift} +no_defs`
  if (zone === null) return `+proj=longlat ${ends}`
  const { meridian, width } = zone
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${SCALE[width]} +x_0=500000 +y_0=0 +units=m ${ends}`
}
