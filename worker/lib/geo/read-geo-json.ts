import { refuseBoundary } from './boundary-problem.ts'
import { collectParts, isRecord } from './collect-parts.ts'
import { declaredSystem } from './declared-system.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import { immodestJson } from './modest-json.ts'
import type { RawParts } from './raw-parts.ts'

/** One value a line, or one behind the other (RFC 8142 parts them with a sign of its own). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the record separator
const JSON_LINES = /\}[\s\u001e]{0,20}\{/

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
  const system = declaredSystem(value)
  if (system !== null && 'unknown' in system) {
    return refuseBoundary('other_system', { where: system.unknown })
  }
  const { parts, vertices, rings, empty, others } = collectParts(value)
  if (vertices > BOUNDARY_LIMITS.maxVertices) return refuseBoundary('too_many_vertices')
  if (rings > BOUNDARY_LIMITS.maxRings) return refuseBoundary('too_many_rings')
  if (parts.length > BOUNDARY_LIMITS.maxParts) return refuseBoundary('too_many_parts')
  if (parts.length === 0) return refuseBoundary(otherJson(value))
  return { ok: true, parts, empty, others, system }
}

/** What a JSON without polygons is, where it has a name. */
function otherJson(value: unknown): 'esri_json' | 'topo_json' | 'no_polygon' {
  if (!isRecord(value)) return 'no_polygon'
  if (value['type'] === 'Topology') return 'topo_json'
  const { features } = value
  const [first] = Array.isArray(features) ? (features as readonly unknown[]) : [value]
  const geometry = isRecord(first) ? (first['geometry'] ?? first) : null
  return 'geometryType' in value || (isRecord(geometry) && 'rings' in geometry)
    ? 'esri_json'
    : 'no_polygon'
}
