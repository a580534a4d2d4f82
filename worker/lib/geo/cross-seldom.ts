import type { Part } from './boundary.ts'
import { gridOf, segmentsOf } from './find-crossing.ts'
import { meetingOf, type Segment } from './meeting.ts'

/** Shapes drawn side by side cross some ten times. */
const MOST_CROSSINGS = 100
const MOST_TESTS = 200_000

/**
 * True where the lines of these parts cross a few times at most. Cutting shapes with each other takes
 * time and memory with every crossing, and two combs of a thousand corners cross a quarter of a million
 * times.
 */
export function crossSeldom(parts: readonly Part[]): boolean {
  const segments = segmentsOf(parts.flat())
  const grid = gridOf(segments)
  const cells = new Map<number, Segment[]>()
  let tests = 0
  let crossings = 0
  for (const segment of segments) {
    for (const cell of grid(segment)) {
      const others = cells.get(cell) ?? []
      tests += others.length + 1
      if (tests > MOST_TESTS) return false
      for (const other of others) if (meetingOf(other, segment)) crossings += 1
      if (crossings > MOST_CROSSINGS) return false
      others.push(segment)
      cells.set(cell, others)
    }
  }
  return true
}
