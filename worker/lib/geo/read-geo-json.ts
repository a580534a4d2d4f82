import { refuseBoundary } from './boundary-problem.ts'
import { collectParts, isRecord } from './collect-parts.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import { immodestJson } from './modest-json.ts'
import type { RawParts } from './raw-parts.ts'

const JSON_LINES = /\}\r?\n\{/

/** The polygons of a GeoJSON text, wherever they stand in it; refused where there is none. */
export function readGeoJson(text: string): RawParts {
  const immodest = immodestJson(text)
  if (immodest !== null) return refuseBoundary(immodest)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuseBoundary(JSON_LINES.test(text) ? 'json_lines' : 'broken_json')
  }
  const system = otherSystemOf(value)
  if (system !== null) return refuseBoundary('other_system', { where: system })
  const { parts, vertices, rings } = collectParts(value)
  if (vertices > BOUNDARY_LIMITS.maxVertices) return refuseBoundary('too_many_vertices')
  if (rings > BOUNDARY_LIMITS.maxRings) return refuseBoundary('too_many_rings')
  if (parts.length > BOUNDARY_LIMITS.maxParts) return refuseBoundary('too_many_parts')
  if (parts.length === 0) return refuseBoundary(isEsri(value) ? 'esri_json' : 'no_polygon')
  return { ok: true, parts }
}

/** Names of WGS 84 in the `crs` member of GeoJSON from before RFC 7946, which has no other system. */
const WGS84 = /(?:CRS84|EPSG:{1,2}4326|WGS ?84)$/i

function otherSystemOf(value: unknown): string | null {
  const crs = isRecord(value) ? value['crs'] : null
  const properties = isRecord(crs) ? crs['properties'] : null
  const name = isRecord(properties) ? properties['name'] : null
  return typeof name !== 'string' || WGS84.test(name) ? null : name.slice(0, 60)
}

function isEsri(value: unknown): boolean {
  return isRecord(value) && ('geometryType' in value || 'rings' in value)
}
