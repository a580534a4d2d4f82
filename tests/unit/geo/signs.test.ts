import { expect, test } from 'vitest'
import { readBoundary } from '../../support/at-once.ts'

const read = (text: string) => readBoundary(new TextEncoder().encode(text))
/** Three corners, each written as told. */
const corners = (write: (lat: string, lng: string) => string) =>
  [
    ['10.5001', '105.1001'],
    ['10.5001', '105.1101'],
    ['10.5101', '105.1101'],
  ]
    .map(([lat = '', lng = '']) => write(lat, lng))
    .join('\n')
const dms = (write: (lat: string, lng: string) => string) =>
  [
    [`10°30'00.4"`, `105°06'00.4"`],
    [`10°30'00.4"`, `105°06'36.4"`],
    [`10°30'36.4"`, `105°06'36.4"`],
  ]
    .map(([lat = '', lng = '']) => write(lat, lng))
    .join('\n')

test.each([
  ['S behind', corners((lat, lng) => `${lat}S ${lng}E`)],
  ['S before', corners((lat, lng) => `S${lat} E${lng}`)],
  ['S in brackets', corners((lat, lng) => `(${lat}S) (${lng}E)`)],
  ['S after a degree sign', corners((lat, lng) => `${lat}° S, ${lng}° E`)],
  ['W', corners((lat, lng) => `${lat} N ${lng} W`)],
  ['a minus apart', corners((lat, lng) => `- ${lat} ${lng}`)],
  ['a long minus', corners((lat, lng) => `\u2212${lat} ${lng}`)],
  ['Nam in Vietnamese', corners((lat, lng) => `${lat}N ${lng}Đ`)],
  ['Tây in Vietnamese', corners((lat, lng) => `${lat}B ${lng}T`)],
  ['S before degrees and minutes', dms((lat, lng) => `S${lat} E${lng}`)],
  ['a minus before degrees and minutes', dms((lat, lng) => `\u2212${lat} ${lng}`)],
  ['a minus apart from degrees and minutes', dms((lat, lng) => `- ${lat} ${lng}`)],
  ['W behind degrees and minutes', dms((lat, lng) => `${lat}N ${lng}W`)],
])('%s is never dropped', (_, text) => {
  expect(read(text)).toMatchObject({ ok: false, problem: { code: 'outside_vietnam' } })
})

test.each([
  ['N and E', corners((lat, lng) => `${lat}N ${lng}E`)],
  ['B and Đ', corners((lat, lng) => `${lat}B ${lng}Đ`)],
  ['names of corners', corners((lat, lng) => `Góc A: ${lat} ${lng}`)],
  ['degrees and minutes with B and Đ', dms((lat, lng) => `${lat}B ${lng}Đ`)],
  ['letters before', dms((lat, lng) => `N${lat} E${lng}`)],
  ['a DOS end mark', `${corners((lat, lng) => `${lat} ${lng}`)}\r\n\u001a`],
])('%s are read', (_, text) => {
  expect(read(text)).toMatchObject({ ok: true, source: 'typed' })
})

test('minutes may have a fraction', () => {
  const text = "10°30.0067'N 105°6.0067'E\n10°30.0067'N 105°6.6067'E\n10°30.6067'N 105°6.6067'E"
  const reading = read(text)
  if (!reading.ok) throw new Error(reading.problem.code)
  expect(reading.boundary.parts[0]?.[0]?.[0]).toEqual([105.100112, 10.500112])
})

test('UTF-16 without a mark is read', () => {
  const text = corners((lat, lng) => `${lat} ${lng}`)
  const wide = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const bytes = new Uint8Array(2 * wide.length)
  for (const [at, byte] of wide.entries()) bytes[2 * at] = byte
  expect(readBoundary(bytes)).toMatchObject({ ok: true })
})

const POLYGON = '[[[105.1,10.5],[105.11,10.5],[105.11,10.51],[105.1,10.5]]]'

test.each([
  [
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><body>Đăng nhập</body></html>',
    'web_page',
  ],
  ['<!-- x --><html><head></head></html>', 'web_page'],
  ['WKT,ten\n"POLYGON((105.1 10.5, 105.11 10.5, 105.11 10.51, 105.1 10.5))",A', 'wkt'],
  ['SRID=4326;MULTIPOLYGON(((105.1 10.5, 105.11 10.5, 105.11 10.51, 105.1 10.5)))', 'wkt'],
  [`{"a":1}\n\n{"b":2}`, 'json_lines'],
  ['{"type":"Topology","objects":{}}', 'topo_json'],
  [`{"features":[{"geometry":{"rings":${POLYGON.slice(1, -1)}}}]}`, 'esri_json'],
  [
    '{"type":"Polygon","coordinates":[[[105.1,10.5,105.11,10.5,105.11],[105.11,10.51],[105.1,10.51]]]}',
    'bad_number',
  ],
  ['<kml><Polygon/></kml>', 'too_few_corners'],
])('%s is refused by name', (text, code) => {
  expect(read(text)).toMatchObject({ ok: false, problem: { code } })
})

test('what is passed over in a GeoJSON is counted', () => {
  const features = [
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: JSON.parse(POLYGON) } },
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: [] } },
    { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[]] } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [105.1, 10.5] } },
  ]
  expect(read(JSON.stringify({ type: 'FeatureCollection', features }))).toMatchObject({
    ok: true,
    ...{ empty: 2, others: 1 },
  })
})
