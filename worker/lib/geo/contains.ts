import type { Position, Ring } from './boundary.ts'

/** Where a position lies to a closed ring, by the crossings of a line going east from it. */
export function contains(ring: Ring, position: Position): 'inside' | 'on' | 'outside' {
  const [x, y] = position
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? position
    const [bx, by] = ring[i] ?? position
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const between = (x - ax) * (x - bx) <= 0 && (y - ay) * (y - by) <= 0
    if (between && Math.abs(cross) < ON_LINE) return 'on'
    if (ay > y !== by > y && cross > 0 === by > ay) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

/** Degrees squared: far below what six decimals can tell apart. */
const ON_LINE = 1e-14
