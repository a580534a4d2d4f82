import type { Part, Position } from './boundary.ts'
import { refuseBoundary } from './boundary-problem.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './read-boundary.ts'

/**
 * The polygons of a GeoJSON text (RFC 7946): a geometry, a feature, or collections of them. Anything
 * of another shape inside is passed over; a file without a polygon is refused.
 */
export function readGeoJson(text: string): RawParts {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuseBoundary('broken_json')
  }
  const found: Found = { parts: [], vertices: 0, objects: 0 }
  collect(value, 0, found)
  if (found.vertices > BOUNDARY_LIMITS.maxVertices) return refuseBoundary('too_many_vertices')
  if (found.parts.length > BOUNDARY_LIMITS.maxParts) return refuseBoundary('too_many_parts')
  if (found.parts.length === 0) return refuseBoundary('no_polygon')
  return { ok: true, parts: found.parts }
}

type Found = { readonly parts: Part[]; vertices: number; objects: number }

function collect(value: unknown, depth: number, found: Found): void {
  found.objects += 1
  if (!isRecord(value) || depth > 8 || found.objects > BOUNDARY_LIMITS.maxElements) return
  const { type, features, geometry, geometries, coordinates } = value
  if (type === 'FeatureCollection') each(features, (item) => collect(item, depth + 1, found))
  else if (type === 'Feature') collect(geometry, depth + 1, found)
  else if (type === 'GeometryCollection') {
    each(geometries, (item) => collect(item, depth + 1, found))
  } else if (type === 'Polygon') addPart(coordinates, found)
  else if (type === 'MultiPolygon') each(coordinates, (item) => addPart(item, found))
}

function addPart(value: unknown, found: Found): void {
  if (!Array.isArray(value) || value.length === 0) return
  const part = value.map((ring: unknown) => (Array.isArray(ring) ? ring.map(position) : []))
  found.vertices += part.reduce((sum, ring) => sum + ring.length, 0)
  found.parts.push(part)
}

/** What is no pair of numbers comes back as NaN, to be refused with the rest. */
function position(value: unknown): Position {
  if (!Array.isArray(value)) return [Number.NaN, Number.NaN]
  const [lng, lat]: unknown[] = value
  return [typeof lng === 'number' ? lng : Number.NaN, typeof lat === 'number' ? lat : Number.NaN]
}

function each(value: unknown, act: (item: unknown) => void): void {
  if (Array.isArray(value)) for (const item of value) act(item)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
