import { refuseBoundary } from './boundary-problem.ts'
import { collectParts } from './collect-parts.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import type { RawParts } from './read-boundary.ts'

/** The polygons of a GeoJSON text, wherever they stand in it; refused where there is none. */
export function readGeoJson(text: string): RawParts {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuseBoundary('broken_json')
  }
  const { parts, vertices } = collectParts(value)
  if (vertices > BOUNDARY_LIMITS.maxVertices) return refuseBoundary('too_many_vertices')
  if (parts.length > BOUNDARY_LIMITS.maxParts) return refuseBoundary('too_many_parts')
  if (parts.length === 0) return refuseBoundary('no_polygon')
  return { ok: true, parts }
}
