import { expect, it } from 'vitest'
import { boxOf, choicesOf, drawnFeatures, drawnStatus } from '../../../site/map/drawn.ts'
import { placeDots } from '../../../site/view/place-dots.ts'
import type { MapFeature } from '../../../worker/domain/sites/map-feature.ts'

function place(
  id: string,
  given: Partial<MapFeature['properties']>,
  at?: [number, number],
): MapFeature {
  return {
    ...{ type: 'Feature', id },
    geometry: at === undefined ? null : { type: 'Point', coordinates: at },
    properties: {
      ...{
        name: id,
        kind: 'growing_area',
        holder: 'HTX',
        commune: null,
        province: null,
        areaHa: 1,
      },
      ...{ crops: [], codes: [], markets: {}, ...given },
    },
  }
}

const ALL = [
  place('a', { crops: ['Xoài'], markets: { CHN: 'active', EU: 'suspended' } }, [105, 10]),
  place('b', { crops: ['Ổi'], markets: { CHN: 'revoked' } }, [106, 11]),
  place('c', { crops: ['Xoài'], markets: { CHN: 'active' } }),
]
const ANY = { crop: '', market: '', status: '' }

it('draws the most urgent status where no market is chosen, else that of the market', () => {
  expect(drawnStatus({ CHN: 'active', EU: 'suspended' }, '')).toBe('suspended')
  expect(drawnStatus({ CHN: 'active', EU: 'suspended' }, 'CHN')).toBe('active')
  expect(drawnStatus({ CHN: 'active' }, 'EU')).toBeNull()
  expect(drawnStatus({}, '')).toBeNull()
})

it('draws what fits the choice and has a position', () => {
  const ids = (choice: Partial<typeof ANY>) =>
    drawnFeatures(ALL, { ...ANY, ...choice }).map(({ id }) => id)
  expect(ids({})).toEqual(['a', 'b'])
  expect(ids({ crop: 'Xoài' })).toEqual(['a'])
  expect(ids({ market: 'EU' })).toEqual(['a'])
  expect(ids({ market: 'CHN', status: 'revoked' })).toEqual(['b'])
})

it('offers each crop and market once, and a box around what is drawn', () => {
  expect(choicesOf(ALL, 'vi')).toEqual({ crops: ['Ổi', 'Xoài'], markets: ['CHN', 'EU'] })
  expect(boxOf(drawnFeatures(ALL, ANY))).toEqual([
    [105, 10],
    [106, 11],
  ])
  expect(boxOf([])).toBeNull()
})

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
