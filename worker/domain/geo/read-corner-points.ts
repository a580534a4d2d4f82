import type { Position } from './boundary.ts'
import { refuseBoundary } from './boundary-problem.ts'
import { BOUNDARY_LIMITS, VIETNAM_BOX } from './limits.ts'
import type { RawParts } from './read-boundary.ts'

/**
 * Corner points as certificates list them: a line each, latitude and longitude in decimal degrees in
 * either order (in Viet Nam the larger one is always the longitude), with a point or a comma.
 */
export function readCornerPoints(text: string): RawParts {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (lines.length > BOUNDARY_LIMITS.maxVertices) return refuseBoundary('too_many_vertices')
  const ring: Position[] = []
  for (const [index, line] of lines.entries()) {
    const numbers = (line.match(/\d+[.,]\d+/g) ?? []).map((found) =>
      Number(found.replace(',', '.')),
    )
    const [first, second, ...more] = numbers
    if (first === undefined && index === 0) continue
    if (first === undefined || second === undefined || more.length > 0) {
      return refuseBoundary('bad_number', { where: line.trim().slice(0, 60) })
    }
    ring.push(first > VIETNAM_BOX.maxLat && first > second ? [first, second] : [second, first])
  }
  return { ok: true, parts: [[ring]] }
}
