import { type Boundary, type Box, boxOf, type Ring } from './boundary.ts'
import { clipToBox } from './clip-to-box.ts'
import { overlapHaOf } from './overlap-ha.ts'

/** Degrees added around a boundary before the outline is cut down to it; some 100 metres. */
const MARGIN = 0.001

/** The share of a boundary's area, 0 to 1, that lies outside an outline. */
export function outsideShareOf(boundary: Boundary, outline: Boundary): number {
  const box = widened(boxOf(boundary.parts))
  // A commune has thousands of corners and a field touches a few: the rest would only cost time, and
  // be thinned out where every corner counts.
  const near = clipToBox(outline.parts, box)
  if (near.length === 0) return 1
  // Measured in the same way as what is shared, so that nothing but the outline tells them apart.
  const wholeHa = overlapHaOf(boundary, { parts: [[ringOf(box)]] })
  const insideHa = overlapHaOf(boundary, { parts: near })
  return wholeHa === 0 ? 0 : Math.min(1, Math.max(0, 1 - insideHa / wholeHa))
}

function widened({ minLng, minLat, maxLng, maxLat }: Box): Box {
  return {
    minLng: minLng - MARGIN,
    minLat: minLat - MARGIN,
    maxLng: maxLng + MARGIN,
    maxLat: maxLat + MARGIN,
  }
}

function ringOf({ minLng, minLat, maxLng, maxLat }: Box): Ring {
  return [
    [minLng, minLat],
    [maxLng, minLat],
    [maxLng, maxLat],
    [minLng, maxLat],
    [minLng, minLat],
  ]
}
