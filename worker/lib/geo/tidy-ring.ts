import type { Part, Position, Ring } from './boundary.ts'

const DECIMALS = 1e6

/** Rounded to six decimals, without the same corner twice in a row, closed. */
export function tidyRing(ring: Ring): Ring {
  const tidy: Position[] = []
  for (const [lng, lat] of ring) {
    const position: Position = [round(lng), round(lat)]
    if (!same(tidy.at(-1), position)) tidy.push(position)
  }
  const [first] = tidy
  if (first !== undefined && !same(tidy.at(-1), first)) tidy.push(first)
  return tidy
}

/** Its rings tidied; holes that shrink to nothing are no holes. */
export function tidyPart([outer = [], ...holes]: Part): Part {
  return [tidyRing(outer), ...holes.map(tidyRing).filter((hole) => hole.length >= 4)]
}

function round(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS
}

function same(a: Position | undefined, b: Position): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1]
}
