import { type Box, boxesMeet, boxOf, type Part, type Position, type Ring } from './boundary.ts'

/**
 * What of an outline lies in a box, exact within it (Sutherland and Hodgman, 1974). Where a shape
 * leaves the box and comes back, its pieces stay joined by lines of no width along the box's edge:
 * give a box a little wider than what will be measured.
 */
export function clipToBox(parts: readonly Part[], box: Box): Part[] {
  return parts.flatMap((part) => {
    if (!boxesMeet(boxOf([part]), box)) return []
    const [outer = [], ...holes] = part.map((ring) => clipRing(ring, box))
    return outer.length < 4 ? [] : [[outer, ...holes.filter((hole) => hole.length >= 4)]]
  })
}

/** One side of a box: a coordinate (0 longitude, 1 latitude), where it stands, and which way is in. */
type Edge = { readonly axis: 0 | 1; readonly at: number; readonly sign: 1 | -1 }

function clipRing(ring: Ring, box: Box): Ring {
  const edges: readonly Edge[] = [
    { axis: 0, at: box.minLng, sign: 1 },
    { axis: 0, at: box.maxLng, sign: -1 },
    { axis: 1, at: box.minLat, sign: 1 },
    { axis: 1, at: box.maxLat, sign: -1 },
  ]
  const open = edges.reduce<readonly Position[]>(clipByEdge, ring.slice(0, -1))
  const [first] = open
  return first === undefined ? [] : [...open, first]
}

function clipByEdge(open: readonly Position[], edge: Edge): Position[] {
  const { axis, at, sign } = edge
  const isIn = (position: Position) => (position[axis] - at) * sign >= 0
  const kept: Position[] = []
  let before = open.at(-1)
  for (const position of open) {
    if (before !== undefined && isIn(before) !== isIn(position)) {
      kept.push(crossingOf(edge, before, position))
    }
    if (isIn(position)) kept.push(position)
    before = position
  }
  return kept
}

function crossingOf({ axis, at }: Edge, a: Position, b: Position): Position {
  const share = (at - a[axis]) / (b[axis] - a[axis])
  return axis === 0 ? [at, a[1] + share * (b[1] - a[1])] : [a[0] + share * (b[0] - a[0]), at]
}
