import type { Position } from './boundary.ts'
import { refuseBoundary } from './boundary-problem.ts'
import { degreesIn } from './degrees-in.ts'
import { BOUNDARY_LIMITS, VIETNAM_BOX } from './limits.ts'
import { metresIn } from './metres-in.ts'
import type { RawParts } from './raw-parts.ts'

/**
 * Corner points as certificates list them: a line each, latitude and longitude in decimal degrees or
 * in degrees, minutes and seconds, in either order (in Viet Nam the larger one is always the
 * longitude), with a point or a comma; or northing and easting in metres.
 */
export function readCornerPoints(text: string): RawParts {
  const lines = linesOf(text)
  if (lines === null) return refuseBoundary('too_many_vertices')
  if (lines.some((line) => line.length > BOUNDARY_LIMITS.maxLineLength)) {
    return refuseBoundary('line_too_long')
  }
  const ring: Position[] = []
  for (const [index, line] of lines.entries()) {
    const where = line.trim().slice(0, 60)
    const metres = metresIn(line)
    if (metres !== null) {
      ring.push(metres)
      continue
    }
    const degrees = degreesIn(line)
    if (degrees === null) return refuseBoundary('bad_number', { where })
    const [first, second, ...more] = degrees
    if (first === undefined && index === 0) continue
    if (first === undefined || second === undefined || more.length > 0) {
      return refuseBoundary('bad_number', { where })
    }
    // South or west of where anybody could have meant: a sign is never dropped.
    if (first < 0 || second < 0) return refuseBoundary('outside_vietnam', { where })
    ring.push(first > VIETNAM_BOX.maxLat && first > second ? [first, second] : [second, first])
  }
  return { ok: true, parts: [[ring]], empty: 0, others: 0, system: null }
}

/** Lines with something in them; null where they are more than corners may be. */
function linesOf(text: string): string[] | null {
  const lines: string[] = []
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue
    if (lines.length >= BOUNDARY_LIMITS.maxVertices) return null
    lines.push(line)
  }
  return lines
}
