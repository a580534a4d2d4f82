import { type Box, boxOf, type Part } from './boundary.ts'

/** Lines from west to east that an overlap is measured along. */
const LINES = 400
/** The mean radius of the Earth, as areas are measured with. */
const METRES_A_DEGREE = (Math.PI / 180) * 6_371_008.8
const SQUARE_METRES = 10_000

/** Lines at uneven steps, so that no shape has all its gaps where they are. */
const OFFSETS = Array.from({ length: LINES }, (_, line) => ((line + 1) * 0.618_034) % 1)

/**
 * Hectares that two shapes share, measured along lines across both: in time that grows with their
 * corners, however often they cross. Exact along each line; what lies between two is not seen.
 */
export function estimatedOverlapHa(a: readonly Part[], b: readonly Part[]): number {
  const box = sharedBox(boxOf(a), boxOf(b))
  const step = (box.maxLat - box.minLat) / LINES
  if (!(step > 0)) return 0
  const lats = OFFSETS.map((offset, line) => box.minLat + (line + offset) * step)
  const [along, across] = [crossingsOf(a, lats), crossingsOf(b, lats)]
  let squareMetres = 0
  for (const [line, lat] of lats.entries()) {
    const degrees = sharedLength(along[line] ?? [], across[line] ?? [])
    squareMetres += degrees * Math.cos((lat * Math.PI) / 180) * step * METRES_A_DEGREE ** 2
  }
  return Math.round(squareMetres) / SQUARE_METRES
}

function sharedBox(a: Box, b: Box): Box {
  return {
    minLng: Math.max(a.minLng, b.minLng),
    minLat: Math.max(a.minLat, b.minLat),
    maxLng: Math.min(a.maxLng, b.maxLng),
    maxLat: Math.min(a.maxLat, b.maxLat),
  }
}

/** Where each line enters and leaves a shape, from west to east. */
function crossingsOf(parts: readonly Part[], lats: readonly number[]): number[][] {
  const lines: number[][] = lats.map(() => [])
  const [from = 0, to = 0] = [lats[0], lats.at(-1)]
  const step = (to - from) / (lats.length - 1)
  for (const ring of parts.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [start, end] = [ring[i - 1], ring[i]]
      if (start === undefined || end === undefined) continue
      const [low, high] = start[1] <= end[1] ? [start, end] : [end, start]
      // A line or two more on either side, for they do not stand evenly.
      const first = Math.max(0, Math.floor((low[1] - from) / step) - 2)
      const last = Math.min(lats.length, Math.ceil((high[1] - from) / step) + 3)
      for (let line = first; line < last; line += 1) {
        const lat = lats[line] ?? 0
        if (lat < low[1] || lat >= high[1]) continue
        const share = (lat - low[1]) / (high[1] - low[1])
        lines[line]?.push(low[0] + share * (high[0] - low[0]))
      }
    }
  }
  for (const line of lines) line.sort((a, b) => a - b)
  return lines
}

/** What two rows of entries and exits have in common. */
function sharedLength(a: readonly number[], b: readonly number[]): number {
  let shared = 0
  let [i, j] = [0, 0]
  while (i + 1 < a.length && j + 1 < b.length) {
    const [fromA = 0, toA = 0] = [a[i], a[i + 1]]
    const [fromB = 0, toB = 0] = [b[j], b[j + 1]]
    shared += Math.max(0, Math.min(toA, toB) - Math.max(fromA, fromB))
    if (toA <= toB) i += 2
    else j += 2
  }
  return shared
}
