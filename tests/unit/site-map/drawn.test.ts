import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holds, partAround, partOf } from '../../../site/map/part-of-map.ts'
import { placeDots } from '../../../site/view/place-dots.ts'
import { bestByMarket, drawnStatus } from '../../../worker/domain/sites/drawn-status.ts'
import { mapFeature } from '../../../worker/domain/sites/map-feature.ts'
import type { Position } from '../../../worker/lib/geo/boundary.ts'
import { rightHanded } from '../../../worker/lib/geo/right-hand.ts'

const ANY = { market: null, status: null }

it('draws the status or the market asked for, else the most urgent status of all', () => {
  const markets = { CHN: 'active', EU: 'suspended' } as const
  expect(drawnStatus(markets, ANY)).toBe('suspended')
  expect(drawnStatus(markets, { ...ANY, market: 'CHN' })).toBe('active')
  expect(drawnStatus(markets, { ...ANY, status: 'active' })).toBe('active')
  expect(drawnStatus({ CHN: 'active' }, { ...ANY, market: 'EU' })).toBe('none')
  expect(drawnStatus({}, ANY)).toBe('none')
})

it('takes the better one of two codes of a place for one market', () => {
  expect(
    bestByMarket([
      ['CHN', 'revoked'],
      ['CHN', 'active'],
      ['EU', 'expired'],
      ['CHN', 'suspended'],
    ]),
  ).toEqual({ CHN: 'active', EU: 'expired' })
})

it('asks for more than the screen shows, so that small moves ask for nothing', () => {
  const screen = [105.1, 10.2, 105.3, 10.4] as const
  const part = partAround(screen)
  expect(holds(part, screen)).toBe(true)
  expect(holds(part, [105.14, 10.2, 105.34, 10.4])).toBe(true)
  expect(holds(part, [105.2, 10.2, 105.4, 10.4])).toBe(false)
  expect(partOf(part.join(','))).toEqual(part)
  for (const text of [undefined, '', '1,2,3', '1,2,3,x']) expect(partOf(text)).toBeNull()
})

const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
}
const PLACE = {
  ...{ id: 'a', name: 'Vùng', kind: 'growing_area', holder: 'HTX', communeName: null },
  ...{ provinceName: null, areaHa: null, lat: null, lng: null, crops: [], codes: [] },
  boundary: JSON.stringify(SQUARE),
}

it('says what is around each place, and nothing around one without a position', () => {
  const whole = { day: '2026-06-15', corners: null }
  expect(mapFeature(PLACE, whole).bbox).toEqual([0, 0, 4, 4])
  const point = mapFeature({ ...PLACE, boundary: null, lat: 10, lng: 105 }, whole)
  expect([point.geometry, point.bbox]).toEqual([
    { type: 'Point', coordinates: [105, 10] },
    [105, 10, 105, 10],
  ])
  const nowhere = mapFeature({ ...PLACE, boundary: null }, whole)
  expect([nowhere.geometry, 'bbox' in nowhere]).toEqual([null, false])
})

it('writes outer rings anticlockwise and holes clockwise, of the same corners (RFC 7946 3.1.6)', () => {
  const corner = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }))
  const ring = fc
    .array(corner, { minLength: 3, maxLength: 9 })
    .map((corners): Position[] => [...corners, corners[0] ?? [0, 0]])
  fc.assert(
    fc.property(ring, ring, (outer, hole) => {
      const [part = []] = rightHanded({ parts: [[outer, hole]] }).parts
      expect(doubledArea(part[0] ?? [])).toBeGreaterThanOrEqual(0)
      expect(doubledArea(part[1] ?? [])).toBeLessThanOrEqual(0)
      expect([...(part[0] ?? [])].sort()).toEqual([...outer].sort())
    }),
    { seed: 7946, numRuns: 60 },
  )
})

/** Positive for a ring against the clock. */
function doubledArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [fromX, fromY] = ring[at] ?? [0, 0]
    return sum + fromX * y - x * fromY
  }, 0)
}

it('draws a circle a place whose point is known, the largest area largest', () => {
  const row = { name: 'x', href: null, sites: 1, active: 1, stopped: 0 }
  const dots = placeDots([
    { ...row, areaHa: 4, point: { lat: 10.5, lng: 105.4 } },
    { ...row, areaHa: 1, point: { lat: 10.5, lng: 105.4 } },
    { ...row, areaHa: 9, point: null },
  ])
  expect(dots.map(({ r }) => r)).toEqual([1.5 + 4.5 * (2 / 3), 1.5 + 4.5 * (1 / 3)])
  expect(placeDots([])).toEqual([])
})
