/**
 * Makes the outline of Việt Nam that public pages draw a place on, from world-atlas (Natural Earth,
 * public domain), small enough to stand in every page. Usage: node scripts/make-viet-nam-outline.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { toMapPoint } from '../site/view/viet-nam-map.ts'

type Point = readonly [number, number]

const VIET_NAM = '704'
/** Off the line, in units of the drawing, and the smallest island that is drawn. */
const TOLERANCE = 0.45
const SMALLEST = 3

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const topology = JSON.parse(readFileSync(source, 'utf8')) as {
  objects: { countries: { geometries: { id?: string }[] } }
}
const geometry = topology.objects.countries.geometries.find(({ id }) => id === VIET_NAM)
const shape = feature(topology, geometry) as {
  geometry: { coordinates: Point[][][] }
}
const path = shape.geometry.coordinates
  .flatMap((polygon) => polygon.slice(0, 1))
  .map((ring) => ring.map(([lng, lat]) => Object.values(toMapPoint({ lat, lng })) as number[]))
  .map((ring) => simplify(ring as unknown as Point[]))
  .filter((ring) => ring.length >= SMALLEST)
  .map(drawn)
  .join('')
const target = new URL('../site/view/viet-nam-outline.generated.ts', import.meta.url)
writeFileSync(
  target,
  `/** Made by scripts/make-viet-nam-outline.ts from Natural Earth (public domain). */\nexport const VIET_NAM_OUTLINE =\n  '${path}'\n`,
)
console.log(`${path.length} bytes`)

/** Douglas and Peucker's: keeps the points that the line would miss without them. */
function simplify(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return [...points]
  let far = 0
  let at = 0
  for (const [i, point] of points.entries()) {
    const off = distance(point, first, last)
    if (off > far) [far, at] = [off, i]
  }
  if (far <= TOLERANCE) return [first, last]
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))]
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/** A closed path in whole steps from point to point. */
function drawn(ring: readonly Point[]): string {
  let [px, py] = [0, 0]
  const steps = ring.slice(0, -1).map(([x, y], i) => {
    const [dx, dy] = [Math.round(x) - px, Math.round(y) - py]
    ;[px, py] = [px + dx, py + dy]
    return `${i === 0 ? 'm' : i === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`
  })
  return `${steps.join('').replace(/^m(-?\d+) ?(-?\d+)/, 'M$1 $2')}z`
}
