import type { Ring } from './boundary.ts'

/** At most about `corners` of a ring's corners, evenly taken; closed as before. */
export function thinRing(ring: Ring, corners: number): Ring {
  if (ring.length <= corners) return ring
  const step = Math.ceil(ring.length / Math.max(4, corners))
  const kept = ring.slice(0, -1).filter((_, index) => index % step === 0)
  const [first] = kept
  return first === undefined ? ring : [...kept, first]
}
