import { kinks } from '@turf/kinks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaDifference } from '../../../worker/lib/geo/area-difference.ts'
import { areaHaOf } from '../../../worker/lib/geo/area-ha.ts'
import { boxOf, ofStoredGeoJson, type Ring, toGeoJson } from '../../../worker/lib/geo/boundary.ts'
import { distanceKm } from '../../../worker/lib/geo/distance-km.ts'
import { innerPointOf } from '../../../worker/lib/geo/inner-point.ts'
import { overlapHaOf } from '../../../worker/lib/geo/overlap-ha.ts'
import { tidyRing } from '../../../worker/lib/geo/tidy-ring.ts'
import { findCrossing } from '../../support/at-once.ts'
import { AT, square } from './support.ts'

const rectangle = fc.record({
  lng: fc.double({ min: 103, max: 109, noNaN: true }),
  lat: fc.double({ min: 8.5, max: 23, noNaN: true }),
  width: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
  height: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
})

type Rectangle = { lng: number; lat: number; width: number; height: number }

function ringOf({ lng, lat, width, height }: Rectangle): Ring {
  return tidyRing([
    [lng, lat],
    [lng + width, lat],
    [lng + width, lat + height],
    [lng, lat + height],
  ])
}

/** A star around a centre: any reaches in order of angle make a simple ring. */
const star = fc
  .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 60 })
  .map((reaches) =>
    tidyRing(
      reaches.map((reach, i) => {
        const angle = (2 * Math.PI * i) / reaches.length
        return [AT[0] + 0.05 * reach * Math.cos(angle), AT[1] + 0.05 * reach * Math.sin(angle)]
      }),
    ),
  )

describe('area', () => {
  test('of a rectangle is that of the sphere’s zone between its sides', () => {
    fc.assert(
      fc.property(rectangle, (given) => {
        const ring = ringOf(given)
        const { minLng, minLat, maxLng, maxLat } = boxOf([[ring]])
        const rad = Math.PI / 180
        const zone = Math.sin(maxLat * rad) - Math.sin(minLat * rad)
        const exactHa = (6371008.8 ** 2 * (maxLng - minLng) * rad * zone) / 10_000
        expect(areaHaOf({ parts: [[ring]] }) / exactHa).toBeCloseTo(1, 2)
      }),
    )
  })

  test('does not depend on the first corner or the direction', () => {
    fc.assert(
      fc.property(star, fc.nat(), (ring, by) => {
        const open = ring.slice(0, -1)
        const at = by % open.length
        const turned = tidyRing([...open.slice(at), ...open.slice(0, at)])
        const areaHa = areaHaOf({ parts: [[ring]] })
        expect(areaHaOf({ parts: [[turned]] })).toBeCloseTo(areaHa, 2)
        expect(areaHaOf({ parts: [[[...ring].reverse()]] })).toBeCloseTo(areaHa, 2)
      }),
    )
  })

  test('leaves holes out', () => {
    const whole = areaHaOf({ parts: [[square()]] })
    const hole = square(0.005, [AT[0] + 0.001, AT[1] + 0.001])
    expect(areaHaOf({ parts: [[square(), hole]] }) / whole).toBeCloseTo(0.75, 3)
  })
})

describe('crossings', () => {
  test('none are seen in a star', () => {
    fc.assert(
      fc.property(star, (ring) => {
        expect(findCrossing([ring])).toBeNull()
      }),
    )
  })

  test('are seen wherever the slow way sees them', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 14 }), (corners) => {
        const ring = tidyRing(corners.map(([x, y]) => [105 + x * 1e-3, 10 + y * 1e-3]))
        fc.pre(ring.length >= 4)
        const slow = kinks({
          type: 'Polygon',
          coordinates: [ring.map(([x, y]) => [x, y])],
        }).features
        if (slow.length > 0) expect(findCrossing([ring])).not.toBeNull()
      }),
      { numRuns: 400 },
    )
  })
})

describe('overlap', () => {
  test('of a square with its half is the half, and the same both ways', () => {
    const whole = { parts: [[square()]] }
    const shifted = { parts: [[square(0.01, [AT[0] + 0.005, AT[1]])]] }
    const halfHa = areaHaOf(whole) / 2
    expect(overlapHaOf(whole, shifted)).toBeCloseTo(halfHa, 1)
    expect(overlapHaOf(shifted, whole)).toBeCloseTo(overlapHaOf(whole, shifted), 3)
  })

  test('is never more than either and none for places apart', () => {
    fc.assert(
      fc.property(star, rectangle, (ring, given) => {
        const a = { parts: [[ring]] }
        const b = { parts: [[ringOf({ ...given, lng: AT[0], lat: AT[1] })]] }
        const sharedHa = overlapHaOf(a, b)
        expect(sharedHa).toBeLessThanOrEqual(Math.min(areaHaOf(a), areaHaOf(b)) * 1.001 + 0.001)
      }),
      { numRuns: 40 },
    )
    expect(overlapHaOf({ parts: [[square()]] }, { parts: [[square(0.01, [106, 11])]] })).toBe(0)
  })
})

test('the point of a place lies within its box', () => {
  fc.assert(
    fc.property(star, (ring) => {
      const [lng, lat] = innerPointOf({ parts: [[ring]] })
      const { minLng, minLat, maxLng, maxLat } = boxOf([[ring]])
      expect(lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat).toBe(true)
    }),
  )
})

test('what is stored reads back the same, one part or several', () => {
  const one = { parts: [[square()]] }
  const two = { parts: [[square()], [square(0.01, [106, 11])]] }
  for (const boundary of [one, two]) {
    expect(ofStoredGeoJson(JSON.stringify(toGeoJson(boundary)))).toEqual(boundary)
  }
})

test('a difference is told past five per cent, either way', () => {
  expect(areaDifference({ declaredHa: 10, computedHa: 10.5 })).toBeNull()
  expect(areaDifference({ declaredHa: 10, computedHa: 10.6 })?.percent).toBe(6)
  expect(areaDifference({ declaredHa: 10, computedHa: 9 })?.percent).toBe(-10)
  expect(areaDifference({ declaredHa: null, computedHa: 9 })).toBeNull()
})

test('Hà Nội to Cần Thơ is some 1,240 kilometres', () => {
  const km = distanceKm({ lat: 21.03, lng: 105.85 }, { lat: 10.03, lng: 105.78 })
  expect(km).toBeGreaterThan(1_215)
  expect(km).toBeLessThan(1_245)
})
