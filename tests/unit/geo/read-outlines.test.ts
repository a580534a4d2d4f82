import { describe, expect, test } from 'vitest'
import { ofStoredGeoJson } from '../../../worker/lib/geo/boundary.ts'
import { outlineText } from '../../../worker/lib/geo/outline-text.ts'
import { type ReadOutline, readOutlines } from '../../../worker/lib/geo/read-outlines.ts'
import { AT, square } from './support.ts'

const polygon = (ring: unknown = square(0.1)) => ({ type: 'Polygon', coordinates: [ring] })
const feature = (properties: unknown, geometry: unknown = polygon()) => ({
  ...{ type: 'Feature', properties, geometry },
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const read = (value: unknown, fileName = 'ranh-gioi.geojson') => [
  ...readOutlines({ fileName, text: typeof value === 'string' ? value : JSON.stringify(value) }),
]

/** `level/code`, or the reason it was refused for. */
const told = (found: ReadOutline | undefined) =>
  found?.ok ? `${found.level}/${found.code}` : found?.problem.code

describe('the unit of an outline', () => {
  test.each([
    [{ ma_xa: '30001', ma_tinh: '91' }, 'commune/30001'],
    [{ 'Mã xã': 4, 'Mã tỉnh': 1 }, 'commune/00004'],
    [{ MATINH: 1 }, 'province/01'],
    [{ ma_xa: null, ma_tinh: '91' }, 'province/91'],
    [{ code: '91' }, 'province/91'],
    [{ code: '00004' }, 'commune/00004'],
    [{ code: 30001 }, 'commune/30001'],
    [{ code: 'VN-44', ma: '91' }, 'province/91'],
    [{ ward_code: '30001', province_code: '91' }, 'commune/30001'],
    [{ ma_dvhc: 4 }, 'unclear_code'],
    [{ ma_tinh: '30001' }, 'unclear_code'],
    [{ ma_xa: '300011' }, 'unclear_code'],
    [{ population: 12 }, 'no_code'],
    [null, 'no_code'],
  ])('with %j is %s', (properties, expected) => {
    expect(told(read(feature(properties))[0])).toBe(expected)
  })

  test.each([
    ['91.geojson', 'province/91'],
    ['30001_my_hoi_dong.json', 'commune/30001'],
    ['2025.geojson', 'no_code'],
    ['an-giang.geojson', 'no_code'],
  ])('in the file %s without properties is %s', (fileName, expected) => {
    expect(told(read(polygon(), fileName)[0])).toBe(expected)
    expect(told(read(collection(feature({})), fileName)[0])).toBe(expected)
  })

  test('comes with what the file calls it', () => {
    const names = [{ ma_xa: '30001', ten_tinh: 'An Giang', ten_xa: 'Mỹ Hội Đông' }]
    expect(read(feature(names[0]))[0]).toMatchObject({ name: 'Mỹ Hội Đông' })
    expect(read(feature({ code: '91', name: 'An Giang' }))[0]).toMatchObject({ name: 'An Giang' })
    expect(read(feature({ code: '91' }))[0]).toMatchObject({ name: null })
  })
})

describe('an outline', () => {
  test('of several features of one unit is one, rounded to six decimals and closed', () => {
    const open = square(0.1)
      .slice(0, -1)
      .map(([x, y]) => [x + 1e-9, y, 12.5])
    const island = square(0.1, [AT[0] + 1, AT[1]])
    const found = read(
      collection(
        feature({ ma_xa: '30001' }, polygon(open)),
        feature({ ma_xa: '30001' }, polygon(island)),
      ),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ ok: true, outline: { parts: [[square(0.1)], [island]] } })
  })

  test.each([
    ['{"type":', 'broken_json'],
    [feature({ code: '91' }, { type: 'Point', coordinates: AT }), 'no_polygon'],
    [feature({ code: '91' }, null), 'no_polygon'],
    [feature({ code: '91' }, polygon(square(0.1).map(([x, y]) => [y, x]))), 'swapped'],
    [
      feature(
        { code: '91' },
        polygon([
          [560000, 1162000],
          [561000, 1162000],
          [561000, 1163000],
        ]),
      ),
      'metres',
    ],
    [feature({ code: '91' }, polygon(square(0.1, [10, 50]))), 'outside_vietnam'],
    [feature({ code: '91' }, polygon([AT, [AT[0] + 1, AT[1]], AT])), 'too_few_corners'],
    [feature({ code: '91' }, polygon([AT, 'x', AT, AT])), 'bad_number'],
    [feature({ code: '91' }, polygon(square(0.0001))), 'zero_area'],
  ])('%j is refused: %s', (value, expected) => {
    const [found] = read(value)
    expect(told(found)).toBe(expected)
  })

  test('that is wrong leaves the others of its file alone', () => {
    const found = read(
      collection(
        feature({ ma_xa: '30001' }, polygon(square(0.1, [10, 50]))),
        feature({}),
        feature({ ma_xa: '30002' }),
      ),
    )
    expect(found.map(told)).toEqual(['no_code', 'outside_vietnam', 'commune/30002'])
  })
})

test('the stored text begins with the box and reads back the same', () => {
  const outline = { parts: [[square(0.1)], [square(0.1, [106, 11])]] }
  const text = outlineText(outline)
  expect(text).toMatch(/^\{"bbox":\[105\.4,10\.5,106\.1,11\.1\],/)
  expect(ofStoredGeoJson(text)).toEqual(outline)
})
