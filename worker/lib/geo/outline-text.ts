import { type Boundary, boxOf, toGeoJson } from './boundary.ts'

/**
 * The outline of a unit as it is stored: GeoJSON whose first member is its `bbox` (RFC 7946, section
 * 5), so that a search by place reads the box off the front and parses no coordinates.
 */
export function outlineText(outline: Boundary): string {
  const { minLng, minLat, maxLng, maxLat } = boxOf(outline.parts)
  return JSON.stringify({ bbox: [minLng, minLat, maxLng, maxLat], ...toGeoJson(outline) })
}
