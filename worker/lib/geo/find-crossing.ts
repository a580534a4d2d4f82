import type { Steps } from '../steps/steps.ts'
import type { Part, Position } from './boundary.ts'
import { meetingOf, type Segment } from './meeting.ts'

/** Pairs of lines compared at most. An outline as people draw it needs a few for each line. */
const MAX_TESTS = 3_000_000
/** Lines compared before others may have their turn. */
const LINES_A_STEP = 256

/**
 * A position where the rings of a part cross or a ring touches itself; null where none do;
 * `too_tangled` when telling would take too long. Lines are put into the cells of a grid and compared
 * within a cell only, so the work grows with the lines and not with their square; a tangle that
 * defeats the grid runs into the limit and is no outline of a field anyway.
 */
export function* findCrossingInSteps(part: Part): Steps<Position | 'too_tangled' | null> {
  const segments = segmentsOf(part)
  const grid = gridOf(segments)
  const cells = new Map<number, Segment[]>()
  let tests = 0
  let untilRest = LINES_A_STEP
  for (const segment of segments) {
    untilRest -= 1
    if (untilRest === 0) {
      untilRest = LINES_A_STEP
      yield
    }
    for (const cell of grid(segment)) {
      const others = cells.get(cell)
      if (others === undefined) {
        cells.set(cell, [segment])
        continue
      }
      tests += others.length + 1
      if (tests > MAX_TESTS) return 'too_tangled'
      for (const other of others) if (meetingOf(other, segment)) return meetingPlace(other, segment)
      others.push(segment)
    }
  }
  return null
}

/** The lines of all rings. */
export function segmentsOf(part: Part): Segment[] {
  return part.flatMap((ring, ringIndex) => {
    const count = ring.length - 1
    return ring.slice(0, -1).map((start, index): Segment => {
      const end = ring[index + 1] ?? start
      const [ax, ay, bx, by] = [whole(start[0]), whole(start[1]), whole(end[0]), whole(end[1])]
      return { ring: ringIndex, index, count, ax, ay, bx, by }
    })
  })
}

/** Millionths of a degree: whole numbers, whose products are exact over the whole country. */
function whole(degrees: number): number {
  return Math.round(degrees * 1e6)
}

/** The cells of a square grid that a segment's line passes, a row at a time. */
export function gridOf(segments: readonly Segment[]): (segment: Segment) => Iterable<number> {
  const side = Math.max(1, Math.ceil(Math.sqrt(segments.length)))
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { ax, ay } of segments) {
    minX = Math.min(minX, ax)
    maxX = Math.max(maxX, ax)
    minY = Math.min(minY, ay)
    maxY = Math.max(maxY, ay)
  }
  const width = Math.max(1, (maxX - minX) / side)
  const height = Math.max(1, (maxY - minY) / side)
  const column = (x: number) => Math.min(side - 1, Math.max(0, Math.floor((x - minX) / width)))
  const row = (y: number) => Math.min(side - 1, Math.max(0, Math.floor((y - minY) / height)))
  return function* cellsOf({ ax, ay, bx, by }) {
    const [lowY, highY] = ay <= by ? [ay, by] : [by, ay]
    const lowRow = row(lowY)
    const highRow = row(highY)
    for (let r = lowRow; r <= highRow; r++) {
      // Where the line enters and leaves this row, a cell wider for safety.
      const from = Math.max(lowY, minY + r * height)
      const to = Math.min(highY, minY + (r + 1) * height)
      const atX = (y: number) => (ay === by ? null : ax + ((bx - ax) * (y - ay)) / (by - ay))
      const [x1, x2] = lowRow === highRow ? [ax, bx] : [atX(from) ?? ax, atX(to) ?? bx]
      const [left, right] = [column(Math.min(x1, x2) - 1), column(Math.max(x1, x2) + 1)]
      for (let c = left; c <= right; c++) yield r * side + c
    }
  }
}

/** A corner near the fault: good enough to find it on a map. */
function meetingPlace(a: Segment, b: Segment): Position {
  const spanA = Math.abs(a.ax - a.bx) + Math.abs(a.ay - a.by)
  const spanB = Math.abs(b.ax - b.bx) + Math.abs(b.ay - b.by)
  const { ax, ay, bx, by } = spanA < spanB ? a : b
  return [(ax + bx) / 2e6, (ay + by) / 2e6]
}
