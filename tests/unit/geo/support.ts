import type { Position, Ring } from '../../../worker/lib/geo/boundary.ts'
import type { BoundaryReading } from '../../../worker/lib/geo/read-boundary.ts'
import { readBoundary } from '../../support/at-once.ts'

/** A corner of An Giang that the tests draw in. */
export const AT: Position = [105.4, 10.5]

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function read(text: string): BoundaryReading {
  return readBoundary(bytesOf(text))
}

/** A closed square of `size` degrees. */
export function square(size = 0.01, [lng, lat]: Position = AT): Ring {
  return [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ]
}

export function geoJson(...parts: readonly (readonly Ring[])[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: parts.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    })),
  })
}

export function kml(...parts: readonly (readonly Ring[])[]): string {
  const line = (ring: Ring) =>
    `<LinearRing><coordinates>${ring.map(([x, y]) => `${x},${y},0`).join('\n ')}</coordinates></LinearRing>`
  const polygons = parts.map(
    ([outer = [], ...holes]) =>
      `<Placemark><name>Vùng</name><Polygon><outerBoundaryIs>${line(outer)}</outerBoundaryIs>${holes
        .map((hole) => `<innerBoundaryIs>${line(hole)}</innerBoundaryIs>`)
        .join('')}</Polygon></Placemark>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${polygons.join('')}</Folder></Document></kml>`
}

/** The code of the refusal, or `ok`. */
export function outcome(reading: BoundaryReading): string {
  return reading.ok ? 'ok' : reading.problem.code
}
