/** A point of a place as it may be told in public: to two decimals, about a kilometre. */
export type PublicPoint = { readonly lat: number; readonly lng: number }

/** Width and height of the drawing; it reaches from the western border to the Trường Sa islands. */
export const MAP_SIZE = { width: 160, height: 175 } as const

const WEST = 101.8
const NORTH = 23.7
const UNITS_PER_DEGREE = 10
/** A degree of longitude against one of latitude in the middle of the country. */
const NARROWING = 0.96

/** Where a point lies on the drawing. */
export function toMapPoint({ lat, lng }: PublicPoint): { x: number; y: number } {
  return {
    x: (lng - WEST) * UNITS_PER_DEGREE * NARROWING,
    y: (NORTH - lat) * UNITS_PER_DEGREE,
  }
}

/** The mark of a place, to a tenth; null where it lies off the drawing. */
export function mapMark(point: PublicPoint | null): { x: number; y: number } | null {
  if (point === null) return null
  const { x, y } = toMapPoint(point)
  const isOn = x >= 0 && x <= MAP_SIZE.width && y >= 0 && y <= MAP_SIZE.height
  return isOn ? { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 } : null
}

/** Opens the point in whatever map the reader has (RFC 5870). */
export function geoHref({ lat, lng }: PublicPoint): string {
  return `geo:${lat.toFixed(2)},${lng.toFixed(2)}`
}

/**
 * A map of the world at the point, or of what the place is called; any browser opens it, as it does
 * not every `geo:` address.
 */
export function mapHref(point: PublicPoint | null, place: string): string {
  if (point === null) {
    const query = new URLSearchParams({ query: `${place}, Việt Nam` })
    return `https://www.openstreetmap.org/search?${query}`
  }
  const [lat, lng] = [point.lat.toFixed(2), point.lng.toFixed(2)]
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=12/${lat}/${lng}`
}

export type Archipelago = {
  readonly name: string
  readonly label: { readonly x: number; readonly y: number }
  readonly islands: readonly { readonly x: number; readonly y: number }[]
}

/** Islands far too small for the outline; a map of Việt Nam without them would not be one. */
export const ARCHIPELAGOS: readonly Archipelago[] = [
  archipelago('Quần đảo Hoàng Sa', { lat: 17.4, lng: 112.0 }, [
    [16.83, 112.34],
    [16.53, 111.61],
    [16.45, 111.75],
    [15.78, 111.2],
    [16.05, 112.6],
  ]),
  archipelago('Quần đảo Trường Sa', { lat: 12.0, lng: 114.2 }, [
    [11.43, 114.33],
    [10.38, 114.37],
    [9.9, 114.33],
    [8.65, 111.92],
    [8.85, 112.9],
    [10.18, 114.36],
    [7.9, 113.9],
    [9.0, 116.5],
  ]),
]

function archipelago(
  name: string,
  label: PublicPoint,
  islands: readonly (readonly [number, number])[],
): Archipelago {
  return {
    name,
    label: rounded(label),
    islands: islands.map(([lat, lng]) => rounded({ lat, lng })),
  }
}

function rounded(point: PublicPoint): { x: number; y: number } {
  const { x, y } = toMapPoint(point)
  return { x: Math.round(x), y: Math.round(y) }
}
