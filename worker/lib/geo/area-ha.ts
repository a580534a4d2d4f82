import { area } from '@turf/area'
import { type Boundary, toGeoJson } from './boundary.ts'

const SQUARE_METRES = 10_000

/** Hectares on the sphere, holes left out, to four decimals. */
export function areaHaOf(boundary: Boundary): number {
  return Math.round(area(toGeoJson(boundary))) / SQUARE_METRES
}
