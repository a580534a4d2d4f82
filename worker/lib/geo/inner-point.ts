import { pointOnFeature } from '@turf/point-on-feature'
import { type Boundary, type Position, toGeoJson } from './boundary.ts'

/** A position that stands for the place on maps: its middle where that lies within, else a corner. */
export function innerPointOf(boundary: Boundary): Position {
  const geometry = toGeoJson(boundary)
  const [lng = 0, lat = 0] = pointOnFeature(geometry).geometry.coordinates
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}
