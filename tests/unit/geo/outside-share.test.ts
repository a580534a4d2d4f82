import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaHaOf } from '../../../worker/lib/geo/area-ha.ts'
import { boxOf, type Part, type Ring } from '../../../worker/lib/geo/boundary.ts'
import { clipToBox } from '../../../worker/lib/geo/clip-to-box.ts'
import { isWithin } from '../../../worker/lib/geo/is-within.ts'
import { outsideShareOf } from '../../../worker/lib/geo/outside-share.ts'
import { overlapHaOf } from '../../../worker/lib/geo/overlap-ha.ts'
import { tidyRing } from '../../../worker/lib/geo/tidy-ring.ts'
import { AT, square } from './support.ts'

const whole = (ring: Ring) => ({ parts: [[ring]] })

/** A commune with a jagged edge of `corners` corners around {@link AT}. */
function jagged(corners: number, reach: (i: number) => number): Ring {
  return tidyRing(
    Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners
      return [AT[0] + reach(i) * Math.cos(angle), AT[1] + reach(i) * Math.sin(angle)]
    }),
  )
}

const reaches = fc
  .array(fc.double({ min: 0.02, max: 0.1, noNaN: true }), { minLength: 5, maxLength: 60 })
  .map((list) => jagged(list.length, (i) => list[i] ?? 0.05))
const field = fc
  .record({
    size: fc.double({ min: 0.002, max: 0.05, noNaN: true }),
    x: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    y: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  })
  .map(({ size, x, y }) => whole(tidyRing(square(size, [AT[0] + x, AT[1] + y]))))

describe('the share of a place outside its commune', () => {
  test('is what was pushed over a straight border', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, (pushed) => {
        const commune = whole(square(0.2, [AT[0] - 0.2, AT[1] - 0.1]))
        const place = whole(square(0.01, [AT[0] - 0.01 * (1 - pushed), AT[1]]))
        expect(outsideShareOf(place, commune)).toBeCloseTo(pushed, 3)
      }),
      { numRuns: 40 },
    )
  })

  test('is a half for a square half outside, all for one apart, none for one within', () => {
    const commune = whole(square(0.1))
    expect(outsideShareOf(whole(square(0.01, [AT[0] - 0.005, AT[1] + 0.02])), commune)).toBeCloseTo(
      0.5,
      4,
    )
    expect(outsideShareOf(whole(square(0.01, [AT[0] + 1, AT[1]])), commune)).toBe(1)
    expect(outsideShareOf(whole(square(0.01, [AT[0] + 0.02, AT[1] + 0.02])), commune)).toBe(0)
  })

  test('agrees with measuring against the whole outline, whatever its shape', () => {
    fc.assert(
      fc.property(reaches, field, (ring, place) => {
        const slow = 1 - overlapHaOf(place, whole(ring)) / areaHaOf(place)
        expect(outsideShareOf(place, whole(ring))).toBeCloseTo(slow, 2)
      }),
      { numRuns: 60 },
    )
  })

  test('counts a hole in the commune as outside', () => {
    const hole = square(0.02, [AT[0] + 0.02, AT[1] + 0.02])
    const commune = { parts: [[square(0.1), hole]] }
    const place = whole(square(0.02, [AT[0] + 0.03, AT[1] + 0.02]))
    expect(outsideShareOf(place, commune)).toBeCloseTo(0.5, 3)
  })

  test('keeps every corner of a finely drawn border near a small field', () => {
    // 40,000 corners zigzag by some 50 m: thinned to a thousand, the border would miss the field.
    const ring = jagged(40_000, (i) => (i % 80 < 40 ? 0.1 : 0.0995))
    const place = whole(tidyRing(square(0.002, [AT[0] + 0.0975, AT[1] + 0.001])))
    const inner = whole(tidyRing(square(0.002, [AT[0] + 0.097, AT[1] + 0.001])))
    expect(outsideShareOf(place, whole(ring))).toBeLessThan(0.02)
    expect(outsideShareOf(inner, whole(ring))).toBe(0)
  })

  test('is told even where the outline crosses itself', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 16 }), field, (corners, place) => {
        const ring = tidyRing(corners.map(([x, y]) => [AT[0] + x * 0.005, AT[1] + y * 0.005]))
        fc.pre(ring.length >= 4)
        const share = outsideShareOf(place, whole(ring))
        expect(share >= 0 && share <= 1).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

test('what is cut to a box lies in it and keeps its area there', () => {
  fc.assert(
    fc.property(reaches, field, (ring, place) => {
      const box = boxOf(place.parts)
      const cut = clipToBox([[ring]], box)
      const shared = overlapHaOf(place, whole(ring))
      expect(cut.length === 0 ? 0 : areaHaOf({ parts: cut })).toBeCloseTo(shared, 0)
      for (const [lng, lat] of cut.flat(2)) {
        expect(lng >= box.minLng && lng <= box.maxLng).toBe(true)
        expect(lat >= box.minLat && lat <= box.maxLat).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('a position in a hole is not within, one on the edge is', () => {
  const part: Part = [square(0.1), square(0.02, [AT[0] + 0.02, AT[1] + 0.02])]
  const boundary = { parts: [part, [square(0.01, [AT[0] + 1, AT[1]])]] }
  expect(isWithin(boundary, [AT[0] + 0.01, AT[1] + 0.01])).toBe(true)
  expect(isWithin(boundary, [AT[0] + 0.03, AT[1] + 0.03])).toBe(false)
  expect(isWithin(boundary, [AT[0], AT[1] + 0.05])).toBe(true)
  expect(isWithin(boundary, [AT[0] + 1.005, AT[1] + 0.005])).toBe(true)
  expect(isWithin(boundary, [AT[0] - 0.01, AT[1]])).toBe(false)
})
