import { areaHaOf } from './area-ha.ts'
import type { Boundary, Part } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { checkPositions } from './check-positions.ts'
import { tidyPart } from './tidy-ring.ts'

/** The smallest unit, a ward of Hà Nội, is some hundred times as large. */
const MIN_AREA_HA = 1

/**
 * Makes the rings of a province or commune closed, tidy and rounded to six decimals; refuses what is
 * none. Rings that touch or cross a little, as outlines simplified for maps do, are taken: they are
 * only measured against.
 */
export function checkOutline(
  raw: readonly Part[],
): { readonly ok: true; readonly outline: Boundary } | BoundaryRefusal {
  if (raw.length === 0) return refuseBoundary('no_polygon')
  const misplaced = checkPositions(raw)
  if (misplaced !== null) return misplaced
  const parts = raw.map(tidyPart).filter(([outer = []]) => outer.length >= 4)
  if (parts.length === 0) return refuseBoundary('too_few_corners')
  const outline = { parts }
  return areaHaOf(outline) < MIN_AREA_HA ? refuseBoundary('zero_area') : { ok: true, outline }
}
