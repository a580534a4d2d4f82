/** A line of a ring in whole units; `index` of `count` lines, so that neighbours are known. */
export type Segment = {
  readonly ring: number
  readonly index: number
  readonly count: number
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
}

/**
 * True where two lines meet as they may not. Within a ring they may share nothing but the corner of
 * neighbours; two rings may touch (OGC 06-103r4, 6.1.11) and not cross.
 */
export function meetingOf(a: Segment, b: Segment): boolean {
  if (apart(a.ax, a.bx, b.ax, b.bx) || apart(a.ay, a.by, b.ay, b.by)) return false
  const sides = {
    a1: side(b, a.ax, a.ay),
    a2: side(b, a.bx, a.by),
    b1: side(a, b.ax, b.ay),
    b2: side(a, b.bx, b.by),
  }
  if (sides.a1 * sides.a2 < 0 && sides.b1 * sides.b2 < 0) return true
  if (a.ring !== b.ring) return false
  if (follows(a, b)) return turnsBack(a, b)
  if (follows(b, a)) return turnsBack(b, a)
  return (
    (sides.a1 === 0 && isOn(b, a.ax, a.ay)) ||
    (sides.a2 === 0 && isOn(b, a.bx, a.by)) ||
    (sides.b1 === 0 && isOn(a, b.ax, b.ay)) ||
    (sides.b2 === 0 && isOn(a, b.bx, b.by))
  )
}

function apart(a1: number, a2: number, b1: number, b2: number): boolean {
  return Math.max(a1, a2) < Math.min(b1, b2) || Math.max(b1, b2) < Math.min(a1, a2)
}

function side(line: Segment, x: number, y: number): -1 | 0 | 1 {
  const cross = (line.bx - line.ax) * (y - line.ay) - (line.by - line.ay) * (x - line.ax)
  return cross > 0 ? 1 : cross < 0 ? -1 : 0
}

function isOn({ ax, ay, bx, by }: Segment, x: number, y: number): boolean {
  return (x - ax) * (x - bx) <= 0 && (y - ay) * (y - by) <= 0
}

function follows(a: Segment, b: Segment): boolean {
  return (a.index + 1) % a.count === b.index
}

/** A spike: the next line goes back along this one. */
function turnsBack(a: Segment, b: Segment): boolean {
  const straight = side(a, b.bx, b.by) === 0
  return straight && (a.ax - a.bx) * (b.bx - b.ax) + (a.ay - a.by) * (b.by - b.ay) > 0
}
