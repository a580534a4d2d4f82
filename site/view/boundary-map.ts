import { fill } from '../../worker/copy/fill.ts'
import { formatNumber } from '../../worker/copy/format.ts'
import { MAP_COPY as W } from '../../worker/copy/portal/map.ts'
import {
  type Boundary,
  boxOf,
  ofStoredGeoJson,
  type Position,
} from '../../worker/lib/geo/boundary.ts'
import { thinRing } from '../../worker/lib/geo/thin-ring.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** A drawing of a boundary: what an SVG needs, nothing to compute in the page. */
export type BoundaryMap = {
  readonly width: number
  readonly height: number
  /** The `d` of one path; holes are cut by the even-odd rule. */
  readonly path: string
  readonly scale: { readonly length: number; readonly text: string }
  readonly title: string
  /** The same in words, for who cannot see it. */
  readonly description: string
}

const WIDTH = 480
const MAX_HEIGHT = 420
const MIN_HEIGHT = 160
const MARGIN = 24
/** Room under the shape for the scale. */
const FOOT = 40
/** More corners than this cannot be told apart at this size. */
const MAX_CORNERS = 600
const METRES_PER_DEGREE = 111_195

/** Draws a stored boundary, north up. Widths are true at its middle; places are small enough. */
export function boundaryMap(
  given: { readonly geojson: string; readonly areaHa: number },
  lang: Language,
): BoundaryMap {
  const boundary = ofStoredGeoJson(given.geojson)
  const { minLng, minLat, maxLng, maxLat } = boxOf(boundary.parts)
  const midLat = (minLat + maxLat) / 2
  const squeeze = Math.cos((midLat * Math.PI) / 180)
  const spanX = Math.max((maxLng - minLng) * squeeze, 1e-6)
  const spanY = Math.max(maxLat - minLat, 1e-6)
  const perDegree = Math.min((WIDTH - 2 * MARGIN) / spanX, (MAX_HEIGHT - 2 * MARGIN) / spanY)
  const drawn = spanY * perDegree
  const height = Math.max(MIN_HEIGHT, Math.round(drawn + 2 * MARGIN))
  const left = (WIDTH - spanX * perDegree) / 2
  const top = (height - drawn) / 2
  const toPixel = ([lng, lat]: Position): string => {
    const x = left + (lng - minLng) * squeeze * perDegree
    const y = top + (maxLat - lat) * perDegree
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const metresPerPixel = METRES_PER_DEGREE / perDegree
  return {
    width: WIDTH,
    height: height + FOOT,
    path: pathOf(boundary, toPixel),
    scale: scaleOf(metresPerPixel, lang),
    title: W.title[lang],
    description: fill(W.description[lang], {
      ha: formatNumber(given.areaHa, lang),
      width: lengthText(spanX * METRES_PER_DEGREE, lang),
      height: lengthText(spanY * METRES_PER_DEGREE, lang),
      lat: midLat.toFixed(4),
      lng: ((minLng + maxLng) / 2).toFixed(4),
      parts: boundary.parts.length,
    }),
  }
}

function pathOf({ parts }: Boundary, toPixel: (position: Position) => string): string {
  const rings = parts.flat()
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  const keep = Math.min(1, MAX_CORNERS / Math.max(1, corners))
  return rings
    .map((ring) => thinRing(ring, Math.max(8, Math.ceil(ring.length * keep))).slice(0, -1))
    .map((ring) => `M${ring.map(toPixel).join('L')}Z`)
    .join('')
}

/** The longest round length (1, 2 or 5 and zeros) that takes up to a third of the drawing. */
function scaleOf(metresPerPixel: number, lang: Language): BoundaryMap['scale'] {
  const most = (WIDTH / 3) * metresPerPixel
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { length: Math.round((metres / metresPerPixel) * 10) / 10, text: lengthText(metres, lang) }
}

function lengthText(metres: number, lang: Language): string {
  return metres >= 1_000
    ? `${formatNumber(Math.round(metres / 10) / 100, lang)}\u00a0km`
    : `${formatNumber(Math.round(metres), lang)}\u00a0m`
}
