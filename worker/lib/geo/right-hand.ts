import type { Boundary, Ring } from './boundary.ts'

/**
 * The same boundary with its outer rings anticlockwise and its holes clockwise, as RFC 7946 3.1.6
 * asks of what is written: programs that colour a sphere take a ring the other way round for all
 * the rest of it.
 */
export function rightHanded({ parts }: Boundary): Boundary {
  return {
    parts: parts.map((part) =>
      part.map((ring, at) => (isAnticlockwise(ring) === (at === 0) ? ring : ring.toReversed())),
    ),
  }
}

/** By the sign of the area; a ring without any stays as it is. */
function isAnticlockwise(ring: Ring): boolean {
  let doubled = 0
  let [lng, lat] = ring.at(-1) ?? [0, 0]
  for (const [nextLng, nextLat] of ring) {
    doubled += (nextLng - lng) * (nextLat + lat)
    lng = nextLng
    lat = nextLat
  }
  return doubled <= 0
}
