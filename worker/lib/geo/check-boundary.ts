import type { Steps } from '../steps/steps.ts'
import { areaHaOf } from './area-ha.ts'
import { type Boundary, boxOf, type Part, type Ring } from './boundary.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { checkPositions } from './check-positions.ts'
import { contains } from './contains.ts'
import { findCrossingInSteps } from './find-crossing.ts'
import { BOUNDARY_LIMITS } from './limits.ts'
import { partsOverlap } from './parts-overlap.ts'
import { tidyPart } from './tidy-ring.ts'

export type CheckedBoundary = { readonly ok: true; readonly boundary: Boundary } | BoundaryRefusal

/** Less than ten square metres is a slip of the hand. */
const MIN_AREA_HA = 0.001

/** Makes rings closed and tidy, and refuses what is no outline of a place in Viet Nam. */
export function* checkBoundaryInSteps(raw: readonly Part[]): Steps<CheckedBoundary> {
  const misplaced = checkPositions(raw)
  if (misplaced !== null) return misplaced
  yield
  const parts = withoutRepeats(raw.map(tidyPart))
  for (const part of parts) {
    yield
    const wrong = yield* checkPart(part)
    if (wrong !== null) return wrong
  }
  yield
  const box = boxOf(parts)
  const extent = Math.max(box.maxLng - box.minLng, box.maxLat - box.minLat)
  if (extent > BOUNDARY_LIMITS.maxExtent) return refuseBoundary('too_wide')
  const boundary = { parts }
  if (areaHaOf(boundary) < MIN_AREA_HA) return refuseBoundary('zero_area')
  return partsOverlap(boundary) ?? { ok: true, boundary }
}

function* checkPart(part: Part): Steps<BoundaryRefusal | null> {
  const [outer = [], ...holes] = part
  // A closed triangle has four positions.
  if (outer.length < 4) return refuseBoundary('too_few_corners')
  const crossing = yield* findCrossingInSteps(part)
  if (crossing === 'too_tangled') return refuseBoundary('too_tangled')
  if (crossing !== null) return refuseBoundary('self_crossing', coordinates(crossing))
  const samples = samplesFor({ corners: outer.length, holes: holes.length })
  return holes.every((hole) => liesIn(outer, hole, samples)) ? null : refuseBoundary('hole_outside')
}

const MOST_SAMPLES = 64
const FEWEST_SAMPLES = 4
/** Corners looked at, over all holes of a part. */
const MOST_LOOKS = 8_000_000

/** Corners of each hole that are looked for in the outer ring: the fewer, the more holes there are. */
function samplesFor({ corners, holes }: { corners: number; holes: number }): number {
  const each = Math.floor(MOST_LOOKS / (corners * Math.max(1, holes)))
  return Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, each))
}

/** Rings that do not cross lie one in the other when some corners do; several, as some may touch. */
function liesIn(outer: Ring, hole: Ring, samples: number): boolean {
  const step = Math.max(1, Math.ceil(hole.length / samples))
  const sampled = hole.filter((_, index) => index % step === 0)
  return sampled.every((corner) => contains(outer, corner) !== 'outside')
}

/** The same outline drawn twice counts once. */
function withoutRepeats(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]
}

/** Latitude first, as maps and telephones show it. */
function coordinates([lng, lat]: readonly [number, number]): { where: string } {
  return { where: `${lat.toFixed(6)}, ${lng.toFixed(6)}` }
}
