import { area } from '@turf/area'
import { intersect } from '@turf/intersect'
import { type Boundary, boxesMeet, boxOf, type Part, type Ring, toGeoJson } from './boundary.ts'
import { thinRing } from './thin-ring.ts'

/** Corners a side that an overlap is measured with: its figure is for people to look, not for law. */
const MAX_CORNERS = 1_000

/** Hectares that two boundaries share, to four decimals; 0 where their boxes do not meet. */
export function overlapHaOf(a: Boundary, b: Boundary): number {
  if (!boxesMeet(boxOf(a.parts), boxOf(b.parts))) return 0
  const shared = intersect({
    type: 'FeatureCollection',
    features: [feature(a.parts), feature(b.parts)],
  })
  return shared === null ? 0 : Math.round(area(shared)) / 10_000
}

function feature(parts: readonly Part[]) {
  const corners = parts.reduce((sum, part) => sum + (part[0]?.length ?? 0), 0)
  const keep = Math.min(1, MAX_CORNERS / Math.max(1, corners))
  const thin = (ring: Ring) => thinRing(ring, Math.max(8, Math.ceil(ring.length * keep)))
  const geometry = toGeoJson({ parts: parts.map((part) => part.map(thin)) })
  return { type: 'Feature' as const, properties: {}, geometry }
}
