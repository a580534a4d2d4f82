import type { Part, Position } from './boundary.ts'
import { BOUNDARY_LIMITS } from './limits.ts'

/** The polygons found, with what was counted on the way to them. */
export type CollectedParts = {
  readonly parts: Part[]
  vertices: number
  rings: number
  objects: number
  /** Polygons without a corner, and shapes that are none, both passed over. */
  empty: number
  others: number
}

/**
 * The polygons of a GeoJSON value (RFC 7946): a geometry, a feature, or collections of them. Anything
 * of another shape inside is passed over; what is no pair of numbers comes as NaN, to be refused.
 */
export function collectParts(value: unknown): CollectedParts {
  const found: CollectedParts = {
    parts: [],
    vertices: 0,
    rings: 0,
    objects: 0,
    empty: 0,
    others: 0,
  }
  collect(value, 0, found)
  return found
}

/** True for an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function collect(value: unknown, depth: number, found: CollectedParts): void {
  found.objects += 1
  if (!isRecord(value) || depth > 8 || found.objects > BOUNDARY_LIMITS.maxElements) return
  const { type, features, geometry, geometries, coordinates } = value
  if (type === 'FeatureCollection') each(features, (item) => collect(item, depth + 1, found))
  else if (type === 'Feature') collect(geometry, depth + 1, found)
  else if (type === 'GeometryCollection') {
    each(geometries, (item) => collect(item, depth + 1, found))
  } else if (type === 'Polygon') addPart(coordinates, found)
  else if (type === 'MultiPolygon') each(coordinates, (item) => addPart(item, found))
  else if (typeof type === 'string' && OTHERS.has(type)) found.others += 1
}

const OTHERS: ReadonlySet<string> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
])
const MOST_IN_POSITION = 4

function addPart(value: unknown, found: CollectedParts): void {
  const [outer] = Array.isArray(value) ? (value as readonly unknown[]) : []
  if (!Array.isArray(value) || (Array.isArray(outer) ? outer.length === 0 : outer === undefined)) {
    found.empty += 1
    return
  }
  const part = value.map((ring: unknown) => (Array.isArray(ring) ? ring.map(position) : []))
  found.vertices += part.reduce((sum, ring) => sum + ring.length, 0)
  found.rings += part.length
  found.parts.push(part)
}

function position(value: unknown): Position {
  if (!Array.isArray(value)) return [Number.NaN, Number.NaN]
  // More than a height and a measure: two tuples in one, of which none may be lost.
  if (value.length > MOST_IN_POSITION) return [Number.NaN, Number.NaN]
  const [lng, lat]: unknown[] = value
  return [typeof lng === 'number' ? lng : Number.NaN, typeof lat === 'number' ? lat : Number.NaN]
}

function each(value: unknown, act: (item: unknown) => void): void {
  if (Array.isArray(value)) for (const item of value) act(item)
}
