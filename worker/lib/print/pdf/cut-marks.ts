import type { OkPlan } from '../plan-sheet.ts'
import { points } from '../points.ts'

const LONGEST_MM = 5
/** Between a line and the stickers, so that none is left on one that is cut a little off. */
const GAP_MM = 1
/** What most printers leave white at the edge of the paper anyway. */
const EDGE_MM = 1
/** Shorter than this nobody sees it. */
const SHORTEST_MM = 1

type Line = readonly [fromX: number, fromY: number, toX: number, toY: number]

/**
 * Hairlines in the margins of a sheet, one for each edge of a column or row: a rule laid between two
 * of them cuts along it. None reaches a sticker; paper without a margin has none.
 */
export function cutMarks({ layout }: Pick<OkPlan, 'layout'>): string {
  const lines = cutLines({ layout })
  if (lines.length === 0) return ''
  const { heightMm } = layout.paper
  const drawn = lines.map(
    ([fromX, fromY, toX, toY]) =>
      `${points(fromX)} ${points(heightMm - fromY)} m ${points(toX)} ${points(heightMm - toY)} l S`,
  )
  return `q 0.25 w\n${drawn.join('\n')}\nQ\n`
}

/** In mm from the top left of the paper. */
export function cutLines({ layout }: Pick<OkPlan, 'layout'>): readonly Line[] {
  const { paper, face, columns, rows, leftMm, topMm, pitchXMm, pitchYMm } = layout
  const xs = edges({ count: columns, first: leftMm, pitch: pitchXMm, side: face.widthMm })
  const ys = edges({ count: rows, first: topMm, pitch: pitchYMm, side: face.heightMm })
  const across = margins({ first: xs[0], last: xs.at(-1), side: paper.widthMm })
  const along = margins({ first: ys[0], last: ys.at(-1), side: paper.heightMm })
  return [
    ...along.flatMap(([from, to]) => xs.map((x): Line => [x, from, x, to])),
    ...across.flatMap(([from, to]) => ys.map((y): Line => [from, y, to, y])),
  ]
}

/** Where stickers of a row or column begin and end, each place once. */
function edges(of: {
  readonly count: number
  readonly first: number
  readonly pitch: number
  readonly side: number
}): number[] {
  const { count, first, pitch, side } = of
  const places = Array.from({ length: count }, (_, at) => first + at * pitch)
  const all = places.flatMap((place) => [place, place + side])
  return [...new Set(all.map((mm) => Math.round(mm * 100) / 100))]
}

/** From where to where lines run before the first sticker and after the last. */
function margins(of: {
  readonly first: number | undefined
  readonly last: number | undefined
  readonly side: number
}): [number, number][] {
  const { first = 0, last = of.side, side } = of
  const before: [number, number] = [Math.max(EDGE_MM, first - GAP_MM - LONGEST_MM), first - GAP_MM]
  const after: [number, number] = [
    last + GAP_MM,
    Math.min(side - EDGE_MM, last + GAP_MM + LONGEST_MM),
  ]
  return [before, after].filter(([from, to]) => to - from >= SHORTEST_MM)
}
