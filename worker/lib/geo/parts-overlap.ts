import { areaHaOf } from './area-ha.ts'
import { type Boundary, boxesMeet, boxOf } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { estimatedOverlapHa } from './estimated-overlap-ha.ts'
import { overlapHaOf } from './overlap-ha.ts'

/** Plots drawn by hand side by side overlap a little; above this share an area is counted twice. */
const TOLERATED = 0.01
const MAX_PAIRS = 200
/** Pairs that are cut with each other; what more there are is measured faster and less exactly. */
const MOST_CUT = 20

/** Refuses parts that overlap, as where a file holds both the outline and the plots within. */
export function partsOverlap({ parts }: Boundary): BoundaryRefusal | null {
  const boxes = parts.map((part) => boxOf([part]))
  const totalHa = areaHaOf({ parts })
  let sharedHa = 0
  let pairs = 0
  for (const [i, a] of parts.entries()) {
    for (const [j, b] of parts.entries()) {
      const [boxA, boxB] = [boxes[i], boxes[j]]
      if (j <= i || boxA === undefined || boxB === undefined || !boxesMeet(boxA, boxB)) continue
      pairs += 1
      if (pairs > MAX_PAIRS) return refuseBoundary('too_many_parts')
      sharedHa +=
        pairs > MOST_CUT
          ? estimatedOverlapHa([a], [b])
          : overlapHaOf({ parts: [a] }, { parts: [b] })
      if (sharedHa > totalHa * TOLERATED) {
        return refuseBoundary('parts_overlap', { ha: Math.round(sharedHa * 100) / 100 })
      }
    }
  }
  return null
}
