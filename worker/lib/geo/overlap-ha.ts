import { area } from '@turf/area'
import { intersect } from '@turf/intersect'
import { type Boundary, boxesMeet, boxOf, type Part, type Ring, toGeoJson } from './boundary.ts'
import { crossSeldom } from './cross-seldom.ts'
import { estimatedOverlapHa } from './estimated-overlap-ha.ts'
import { thinRing } from './thin-ring.ts'

/** Corners a side that an overlap is measured with: its figure is for people to look, not for law. */
const MAX_CORNERS = 1_000

/**
 * Hectares that two boundaries share, to four decimals; 0 where their boxes do not meet. Estimated
 * where they cross so often that cutting them would take too long.
 */
export function overlapHaOf(a: Boundary, b: Boundary): number {
  if (!boxesMeet(boxOf(a.parts), boxOf(b.parts))) return 0
  const [thinA, thinB] = [thinned(a.parts), thinned(b.parts)]
  // As they are, for thinning can straighten a comb; and thinned, for it can also tangle.
  const seldom = crossSeldom([...a.parts, ...b.parts]) && crossSeldom([...thinA, ...thinB])
  if (!seldom) return estimatedOverlapHa(a.parts, b.parts)
  const shared = intersect({
    type: 'FeatureCollection',
    features: [feature(thinA), feature(thinB)],
  })
  return shared === null ? 0 : Math.round(area(shared)) / 10_000
}

function thinned(parts: readonly Part[]): Part[] {
  const corners = parts.reduce((sum, part) => sum + (part[0]?.length ?? 0), 0)
  const keep = Math.min(1, MAX_CORNERS / Math.max(1, corners))
  const thin = (ring: Ring) => thinRing(ring, Math.max(8, Math.ceil(ring.length * keep)))
  return parts.map((part) => part.map(thin))
}

function feature(parts: readonly Part[]) {
  const geometry = toGeoJson({ parts })
  return { type: 'Feature' as const, properties: {}, geometry }
}
