/** A point of a place, degrees WGS84. */
export type LatLng = { readonly lat: number; readonly lng: number }

const EARTH_RADIUS_KM = 6371.0088

/** Kilometres between two points along the sphere. */
export function distanceKm(a: LatLng, b: LatLng): number {
  const rad = Math.PI / 180
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2
  const lng = Math.sin(((b.lng - a.lng) * rad) / 2) ** 2
  const chord = lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lng
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}
