/** A part of the map in degrees: west, south, east, north. */
export type Part = readonly [west: number, south: number, east: number, north: number]

/** How far beyond the screen outlines are fetched, in screens: small moves then ask for nothing. */
const BEYOND = 0.3

/** What is asked for where this is on the screen, to a thousandth of a degree. */
export function partAround([west, south, east, north]: Part): Part {
  const [wide, high] = [(east - west) * BEYOND, (north - south) * BEYOND]
  return [
    Math.floor((west - wide) * 1e3) / 1e3,
    Math.floor((south - high) * 1e3) / 1e3,
    Math.ceil((east + wide) * 1e3) / 1e3,
    Math.ceil((north + high) * 1e3) / 1e3,
  ]
}

/** True where all of the inner part is held already. */
export function holds(outer: Part, inner: Part): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  )
}

/** A part as text, as `data-box` has it; null for any other text. */
export function partOf(text: string | undefined): Part | null {
  const sides = (text ?? '').split(',').map(Number)
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides
  return sides.length === 4 && sides.every(Number.isFinite) ? [west, south, east, north] : null
}
