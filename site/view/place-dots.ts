import type { MapPlaceView } from '../models/map.ts'
import { MAP_SIZE, mapMark } from './viet-nam-map.ts'

export type PlaceDot = {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly name: string
}

/** The part of the country's drawing that holds the places, and a circle a place, its area told by its size. */
export function placeDots(
  rows: readonly MapPlaceView[],
  { isCountry }: { readonly isCountry: boolean },
): { readonly viewBox: string; readonly dots: readonly PlaceDot[] } {
  const most = Math.max(1e-9, ...rows.map(({ areaHa }) => areaHa))
  const marks = rows.flatMap((row) => {
    const at = mapMark(row.point)
    return at === null ? [] : [{ ...at, share: Math.sqrt(row.areaHa / most), name: row.name ?? '' }]
  })
  const frame = isCountry || marks.length === 0 ? WHOLE : around(marks)
  const unit = frame.width / WHOLE.width
  return {
    viewBox: [frame.x, frame.y, frame.width, frame.height].map((each) => each.toFixed(1)).join(' '),
    dots: marks.map(({ x, y, share, name }) => ({ x, y, name, r: unit * (1.5 + 4.5 * share) })),
  }
}

const WHOLE = { x: 0, y: 0, ...MAP_SIZE }

/** No province is drawn larger than this, in units of the drawing: a tenth of a degree each. */
const SMALLEST = 12

function around(marks: readonly { readonly x: number; readonly y: number }[]): typeof WHOLE {
  const xs = marks.map(({ x }) => x)
  const ys = marks.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const side = Math.max(SMALLEST, 1.4 * Math.max(Math.max(...xs) - left, Math.max(...ys) - top))
  const [x, y] = [(left + Math.max(...xs)) / 2, (top + Math.max(...ys)) / 2]
  return { x: x - side / 2, y: y - side / 2, width: side, height: side } as typeof WHOLE
}
