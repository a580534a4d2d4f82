import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { meridiansOf, PROVINCE_MERIDIANS } from '../../../worker/lib/geo/central-meridians.ts'
import { COORDINATE_SYSTEMS } from '../../../worker/lib/geo/coordinate-systems.ts'
import type { BoundaryOptions } from '../../../worker/lib/geo/read-boundary.ts'
import { readBoundary } from '../../support/at-once.ts'
import { realPlaceIndex } from '../../support/sheets/addresses.ts'

/** Transverse Mercator by the series of Snyder (1987), 8-9 and 8-10: not how proj4 does it. */
function zoned(given: { lat: number; lng: number; meridian: number; scale: number }) {
  const { meridian, scale } = given
  const [a, e2] = [6_378_137, 0.006_694_379_990_14]
  const phi = (given.lat * Math.PI) / 180
  const ep2 = e2 / (1 - e2)
  const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
  const t = Math.tan(phi) ** 2
  const c = ep2 * Math.cos(phi) ** 2
  const A = (((given.lng - meridian) * Math.PI) / 180) * Math.cos(phi)
  const m =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi))
  const east = scale * n * (A + ((1 - t + c) * A ** 3) / 6)
  const north = scale * (m + n * Math.tan(phi) * (A ** 2 / 2 + ((5 - t + 9 * c) * A ** 4) / 24))
  return { east: east + 500_000, north }
}

const CORNERS = [
  [105.1, 10.5],
  [105.11, 10.5],
  [105.11, 10.51],
  [105.1, 10.51],
] as const

/** The corners in metres, without the shift between the two systems. */
const metres = (meridian: number, scale = 0.9999) =>
  CORNERS.map(([lng, lat]) => zoned({ lat, lng, meridian, scale }))

function read(text: string | Uint8Array, options: BoundaryOptions = {}) {
  return readBoundary(typeof text === 'string' ? new TextEncoder().encode(text) : text, options)
}

/** Where the first corner of a VN-2000 outline lies in WGS 84: the shift of case 40. */
const SHIFTED = [105.101784, 10.498988]

function firstCorner(reading: ReturnType<typeof read>) {
  if (!reading.ok) throw new Error(reading.problem.code)
  return reading.boundary.parts[0]?.[0]?.[0] ?? []
}

function expectShifted(reading: ReturnType<typeof read>) {
  const [lng = 0, lat = 0] = firstCorner(reading)
  expect(lng).toBeCloseTo(SHIFTED[0] ?? 0, 5)
  expect(lat).toBeCloseTo(SHIFTED[1] ?? 0, 5)
}

describe('corners typed in metres', () => {
  const xy = metres(104.75).map(({ east, north }) => [north.toFixed(2), east.toFixed(2)])

  it.each([
    ['X and Y', xy.map(([x, y]) => `${x} ${y}`).join('\n')],
    ['Y and X', xy.map(([x, y]) => `${y} ${x}`).join('\n')],
    ['numbered', `STT X(m) Y(m)\n${xy.map(([x, y], at) => `${at + 1},${x},${y}`).join('\n')}`],
    ['with lengths of sides', xy.map(([x, y]) => `1\t${x}\t${y}\t35,20`).join('\n')],
    ['labelled', xy.map(([x, y]) => `X: ${x}; Y: ${y}`).join('\n')],
    ['grouped', xy.map(([x, y]) => `${grouped(x)} ${grouped(y)}`).join('\n')],
  ])('%s are VN-2000 of the province that was named', (_, text) => {
    expectShifted(read(text, { epsg: 9208 }))
  })

  it('of a province with one meridian need no choice', () => {
    const corners = metres(105.5).map(({ east, north }) => `${north} ${east}`)
    const reading = read(corners.join('\n'), { provinceCode: '42' })
    expectShifted(reading)
    expect(reading).toMatchObject({ system: { epsg: 9209 } })
  })

  it('of a province made of several ask which, and of none which system', () => {
    const text = xy.map(([x, y]) => `${x} ${y}`).join('\n')
    expect(read(text, { provinceCode: '91' })).toMatchObject({
      problem: {
        code: 'which_meridian',
        values: { where: '104°45′ (An Giang), 104°30′ (Kiên Giang)' },
      },
    })
    expect(read(text)).toMatchObject({ problem: { code: 'metres' } })
  })
})

describe('files that name a system', () => {
  const ring = (points: readonly (readonly number[])[]) => [...points, points[0]]
  const polygon = (points: readonly (readonly number[])[], crs?: unknown) => ({
    type: 'Polygon',
    coordinates: [ring(points)],
    ...(crs === undefined ? {} : { crs }),
  })
  const named = (name: string) => ({ type: 'name', properties: { name } })
  const eastNorth = metres(104.75).map(({ east, north }) => [east, north])

  it.each(['EPSG:9208', 'urn:ogc:def:crs:EPSG::9208', 'urn:ogc:def:crs:EPSG:10.0:9208'])(
    'are read by it: %s',
    (name) => expectShifted(read(JSON.stringify(polygon(eastNorth, named(name))))),
  )

  it('may name it in a feature or a geometry, or by number', () => {
    const degrees = CORNERS.map((corner) => [...corner])
    const geometry = polygon(degrees, { type: 'EPSG', properties: { code: 4756 } })
    expectShifted(read(JSON.stringify({ type: 'Feature', properties: {}, geometry })))
    const feature = { type: 'Feature', geometry: polygon(degrees), crs: named('VN-2000') }
    expectShifted(read(JSON.stringify({ type: 'FeatureCollection', features: [feature] })))
  })

  it('are refused where it is not known, or two are named', () => {
    const degrees = CORNERS.map((corner) => [...corner])
    for (const crs of [
      named('EPSG:4148'),
      named('Indian 1960'),
      { type: 'link', properties: {} },
    ]) {
      expect(read(JSON.stringify(polygon(degrees, crs)))).toMatchObject({
        problem: { code: 'other_system' },
      })
    }
    const two = { ...polygon(degrees, named('EPSG:4756')), type: 'Polygon' }
    const both = {
      type: 'FeatureCollection',
      crs: named('EPSG:4326'),
      features: [{ geometry: two }],
    }
    expect(read(JSON.stringify(both))).toMatchObject({ problem: { code: 'other_system' } })
  })

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'WGS84'])('%s is WGS 84', (name) => {
    const degrees = CORNERS.map((corner) => [...corner])
    expect(firstCorner(read(JSON.stringify(polygon(degrees, named(name)))))).toEqual([105.1, 10.5])
  })
})

describe('KMZ', () => {
  const coordinates = [...CORNERS, CORNERS[0]].map((corner) => corner.join(',')).join(' ')
  const kml = `<kml><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></kml>`
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('is read from its doc.kml, else its first KML', () => {
    expect(firstCorner(read(zipSync({ 'doc.kml': bytes(kml) })))).toEqual([105.1, 10.5])
    const others = { 'files/a.png': bytes('x'), 'Vùng.KML': bytes(kml) }
    expect(firstCorner(read(zipSync(others)))).toEqual([105.1, 10.5])
  })

  it('without a KML, damaged or growing is refused by name', () => {
    expect(read(zipSync({ 'a.shp': bytes('x') }))).toMatchObject({ problem: { code: 'kmz' } })
    const whole = zipSync({ 'doc.kml': bytes(kml) })
    expect(read(whole.subarray(0, 60))).toMatchObject({ problem: { code: 'kmz' } })
    const grown = zipSync({ 'doc.kml': new Uint8Array(6 * 1024 * 1024) })
    expect(read(grown)).toMatchObject({ problem: { code: 'too_large' } })
  })
})

describe('central meridians', () => {
  it('are known for the 63 provinces and each of the 34, and have a system each', () => {
    expect(new Set(PROVINCE_MERIDIANS.map(({ province }) => province)).size).toBe(63)
    const provinces = [...realPlaceIndex().provinceNames].map(([code, name]) => ({ code, name }))
    expect(provinces).toHaveLength(34)
    const named = provinces.flatMap(({ code, name }) => {
      const [first] = meridiansOf(code)
      // Each is called after one of those it was made of.
      expect([name, first?.province]).toEqual([
        name,
        name.includes('Huế')
          ? 'Thừa Thiên Huế'
          : name.replace(/^(?:Tỉnh|Thành phố) /, '').replace('Hoà', 'Hòa'),
      ])
      return meridiansOf(code)
    })
    expect(named).toHaveLength(63)
    const zones = COORDINATE_SYSTEMS.filter(({ zone }) => zone?.width === 3)
    const meridians = new Set(zones.map(({ zone }) => zone?.meridian))
    expect(PROVINCE_MERIDIANS.filter(({ meridian }) => !meridians.has(meridian))).toEqual([])
  })
})

/** `1.150.432,12`. */
function grouped(figure = ''): string {
  const [whole = '', part = ''] = figure.split('.')
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '.')},${part}`
}
