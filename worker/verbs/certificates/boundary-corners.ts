import type { GeoJsonGeometry } from '../../lib/geo/boundary.ts'

export type Corner = { readonly label: string; readonly lat: number; readonly lng: number }

/** The corner points of an outline in their order, as certificates list them; holes have none. */
export function boundaryCorners(geometry: GeoJsonGeometry): Corner[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const points = parts.flatMap(([outer = []]) => outer.slice(0, -1))
  return points.flatMap(([lng, lat], i) =>
    lng === undefined || lat === undefined ? [] : [{ label: String(i + 1), lat, lng }],
  )
}
