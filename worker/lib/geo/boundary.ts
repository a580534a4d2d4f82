/** Longitude, latitude in degrees, WGS84: the order of KML and GeoJSON (RFC 7946). */
export type Position = readonly [lng: number, lat: number]

/** A closed line: the first position stands again at the end. */
export type Ring = readonly Position[]

/** The outer ring, then its holes. */
export type Part = readonly Ring[]

/** The outline of a place: one part or several that do not overlap. */
export type Boundary = { readonly parts: readonly Part[] }

/** West, south, east and north in degrees. */
export type Box = {
  readonly minLng: number
  readonly minLat: number
  readonly maxLng: number
  readonly maxLat: number
}

/** The boundary as a GeoJSON geometry: Polygon when it has one part, else MultiPolygon. */
export function toGeoJson(boundary: Boundary): GeoJsonGeometry {
  const coordinates = boundary.parts.map((part) =>
    part.map((ring) => ring.map(([lng, lat]) => [lng, lat])),
  )
  const [only] = coordinates
  return coordinates.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates }
}

export type GeoJsonGeometry =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

/** Reads back what {@link toGeoJson} wrote; for texts of our own database only. */
export function ofStoredGeoJson(text: string): Boundary {
  const geometry = JSON.parse(text) as
    | { type: 'Polygon'; coordinates: Part }
    | { type: 'MultiPolygon'; coordinates: readonly Part[] }
  return {
    parts: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }
}

/** The box around a boundary or a part of one. */
export function boxOf(parts: readonly Part[]): Box {
  const box = { minLng: Infinity, minLat: Infinity, maxLng: -Infinity, maxLat: -Infinity }
  for (const part of parts) {
    for (const [lng, lat] of part[0] ?? []) {
      box.minLng = Math.min(box.minLng, lng)
      box.minLat = Math.min(box.minLat, lat)
      box.maxLng = Math.max(box.maxLng, lng)
      box.maxLat = Math.max(box.maxLat, lat)
    }
  }
  return box
}

/** True when two boxes share any point. */
export function boxesMeet(a: Box, b: Box): boolean {
  return (
    a.minLng <= b.maxLng && b.minLng <= a.maxLng && a.minLat <= b.maxLat && b.minLat <= a.maxLat
  )
}
