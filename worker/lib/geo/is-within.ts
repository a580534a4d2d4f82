import type { Boundary, Position } from './boundary.ts'
import { contains } from './contains.ts'

/** True where a position lies in one of the parts or on its edge, and not inside a hole of it. */
export function isWithin({ parts }: Boundary, position: Position): boolean {
  return parts.some(
    ([outer = [], ...holes]) =>
      contains(outer, position) !== 'outside' &&
      !holes.some((hole) => contains(hole, position) === 'inside'),
  )
}
