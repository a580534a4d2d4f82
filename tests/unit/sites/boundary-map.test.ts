import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryMap } from '../../../site/view/boundary-map.ts'

const at = (lng: number, lat: number, width: number, height: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [lng + width, lat],
        [lng + width, lat + height],
        [lng, lat + height],
        [lng, lat],
      ],
    ],
  })

const degrees = fc.double({ min: 0.0001, max: 1, noNaN: true })

test('every shape stays within the drawing, under it a scale of a round length', () => {
  fc.assert(
    fc.property(degrees, degrees, (width, height) => {
      const map = boundaryMap({ geojson: at(105, 10, width, height), areaHa: 1 }, 'vi')
      const numbers = [...map.path.matchAll(/([\d.]+) ([\d.]+)/g)]
      for (const [, x, y] of numbers) {
        expect(Number(x)).toBeGreaterThanOrEqual(23)
        expect(Number(x)).toBeLessThanOrEqual(map.width - 23)
        expect(Number(y)).toBeGreaterThanOrEqual(23)
        expect(Number(y)).toBeLessThanOrEqual(map.height - 40)
      }
      expect(map.scale.text.replace(/\D/g, '')).toMatch(/^[125]0*$/)
      expect(map.scale.length).toBeLessThanOrEqual(map.width / 3)
    }),
  )
})

test('the scale is true: so many metres on the ground are so many on the bar', () => {
  const map = boundaryMap({ geojson: at(105, 10, 0.05, 0.02), areaHa: 1 }, 'en')
  const [first, second] = [...map.path.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x]) => Number(x))
  const metres = 0.05 * 111_195 * Math.cos((10.01 * Math.PI) / 180)
  const drawn = (second ?? 0) - (first ?? 0)
  const bar = map.scale.text === '2\u00a0km' ? 2_000 : Number.NaN
  expect((drawn / metres) * bar).toBeCloseTo(map.scale.length, 0)
})

test('a boundary of thousands of corners is drawn with some hundred', () => {
  const ring = Array.from({ length: 5_000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 5_000
    return [105 + 0.01 * Math.cos(angle), 10 + 0.01 * Math.sin(angle)]
  })
  const geojson = JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })
  expect(boundaryMap({ geojson, areaHa: 1 }, 'vi').path.length).toBeLessThan(9_000)
})

test('says the same in words', () => {
  const map = boundaryMap({ geojson: at(105, 10, 0.01, 0.01), areaHa: 121.5 }, 'vi')
  expect(map.description).toContain('121,5 ha')
  expect(map.description).toContain('km')
})
