import { expect, test } from 'vitest'
import { BOUNDARY_PROBLEMS } from '../../../worker/copy/portal/boundary.ts'
import { BOUNDARY_PROBLEM_CODES } from '../../../worker/lib/geo/boundary-problem.ts'
import { readBoundary } from '../../support/at-once.ts'
import { AT, geoJson, kml, outcome, read, square } from './support.ts'

const [LNG, LAT] = AT

test('reads the same outline from KML, GeoJSON and typed corners', () => {
  const ring = square()
  const typed = ring.map(([lng, lat]) => `${lat.toFixed(6).replace('.', ',')}; ${lng}`).join('\n')
  const readings = [kml([ring]), geoJson([ring]), typed.replaceAll('105.4\n', '105.40\n')].map(read)
  expect(readings.map((each) => each.ok && each.source)).toEqual(['kml', 'geojson', 'typed'])
  const [first, ...others] = readings.map((each) => (each.ok ? each.boundary : null))
  expect(first?.parts[0]?.[0]).toHaveLength(5)
  for (const other of others) expect(other).toEqual(first)
})

test('closes an open ring, drops repeated corners and rounds to six decimals', () => {
  const open = [
    [LNG + 0.00000004, LAT],
    [LNG, LAT],
    [LNG + 0.01, LAT],
    [LNG + 0.01, LAT + 0.01],
  ]
  const reading = read(JSON.stringify({ type: 'Polygon', coordinates: [open] }))
  expect(reading.ok && reading.boundary.parts).toEqual([
    [
      [
        [105.4, 10.5],
        [105.41, 10.5],
        [105.41, 10.51],
        [105.4, 10.5],
      ],
    ],
  ])
})

test('finds polygons wherever a KML nests them, and keeps holes', () => {
  const hole = square(0.002, [LNG + 0.004, LAT + 0.004])
  const reading = read(kml([square(), hole], [square(0.01, [LNG + 0.02, LAT])]))
  expect(reading.ok && reading.boundary.parts.map((part) => part.length)).toEqual([2, 1])
})

test('reads UTF-16 files with a byte order mark', () => {
  const text = `\ufeff${kml([square()])}`
  const bytes = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer)
  expect(outcome(readBoundary(bytes))).toBe('ok')
})

const BOWTIE = [
  [LNG, LAT],
  [LNG + 0.01, LAT + 0.01],
  [LNG + 0.01, LAT],
  [LNG, LAT + 0.01],
  [LNG, LAT],
] as const

const TOUCHING = [
  [LNG, LAT],
  [LNG + 0.02, LAT],
  [LNG + 0.02, LAT + 0.02],
  [LNG + 0.01, LAT],
  [LNG, LAT + 0.02],
  [LNG, LAT],
] as const

const ENTITY = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${kml([square()]).slice(38)}`

const LINE = `<kml><Placemark><LineString><coordinates>${LNG},${LAT} 105.5,10.6</coordinates></LineString></Placemark></kml>`

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['an empty file', '  \n', 'empty'],
  ['a text that is no boundary', 'xin chào', 'unknown_format'],
  ['a document type with entities', ENTITY, 'entities'],
  ['an entity declaration in lower case', '<!doctype x [<!entity a "b">]><kml/>', 'entities'],
  ['XML cut short', kml([square()]).slice(0, -20), 'broken_xml'],
  ['an entity nobody declared', '<kml><name>&boom;</name></kml>', 'broken_xml'],
  ['JSON cut short', geoJson([square()]).slice(0, -2), 'broken_json'],
  ['lines only', LINE, 'no_polygon'],
  ['a point only', '{"type":"Point","coordinates":[105.4,10.5]}', 'no_polygon'],
  ['tags nested without end', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'too_many_parts'],
  ['arrays nested without end', `${'['.repeat(9_000)}${']'.repeat(9_000)}`, 'no_polygon'],
  ['letters for coordinates', kml([square()]).replace(`${LNG},${LAT}`, 'a,b'), 'bad_number'],
  ['a missing latitude', kml([square()]).replace(`${LNG},${LAT},0`, `${LNG}`), 'bad_number'],
  ['latitude before longitude', geoJson([square().map(([x, y]) => [y, x] as const)]), 'swapped'],
  ['VN-2000 metres', geoJson([square(100, [580_000, 1_160_000])]), 'metres'],
  ['a field in France', geoJson([square(0.01, [2.3, 48.8])]), 'outside_vietnam'],
  ['half the country', geoJson([square(4, [104, 12])]), 'too_wide'],
  ['two corners', geoJson([[AT, [LNG + 1e-3, LAT], AT]]), 'too_few_corners'],
  ['a bow tie', geoJson([BOWTIE]), 'self_crossing'],
  ['an outline that touches itself', geoJson([TOUCHING]), 'self_crossing'],
  ['a spike', geoJson([[...square().slice(0, 4), [LNG, LAT + 0.02], AT]]), 'self_crossing'],
  ['a hole beside the outline', geoJson([square(), square(0.001, [105.5, 10.6])]), 'hole_outside'],
  [
    'a hole across the outline',
    geoJson([square(), square(0.01, [LNG + 0.005, LAT + 0.005])]),
    'self_crossing',
  ],
  ['less than ten square metres', geoJson([square(0.00001)]), 'zero_area'],
  [
    'the outline and a plot within',
    geoJson([square()], [square(0.005, [LNG + 0.001, LAT + 0.001])]),
    'parts_overlap',
  ],
]

test.each(HOSTILE)('refuses %s', (_, text, code) => {
  expect(outcome(read(text))).toBe(code)
})

test('tells a compressed file apart and says to unzip it', () => {
  const reading = readBoundary(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
  expect(outcome(reading)).toBe('kmz')
  expect(BOUNDARY_PROBLEMS.kmz.vi).toContain('.zip')
})

test('refuses binary files and files over 5 MB without reading them', () => {
  expect(outcome(readBoundary(new Uint8Array([0, 0, 0x27, 0x0a])))).toBe('unknown_format')
  expect(outcome(readBoundary(new Uint8Array(5 * 1024 * 1024 + 1).fill(32)))).toBe('too_large')
})

test('refuses more than 20,000 corners', () => {
  const ring = Array.from({ length: 20_002 }, (_, i) => [LNG + i * 1e-6, LAT] as const)
  expect(outcome(read(geoJson([ring])))).toBe('too_many_vertices')
  expect(outcome(read(kml([ring])))).toBe('too_many_vertices')
})

test('takes plots side by side, and one outline drawn twice as one', () => {
  const plots = geoJson([square()], [square(0.01, [LNG + 0.01, LAT])], [square()])
  const reading = read(plots)
  expect(reading.ok && reading.boundary.parts).toHaveLength(2)
})

test('gives up on a tangle in a moment', () => {
  const tangle = Array.from({ length: 15_000 }, (_, i) => {
    const across = i % 2 === 0 ? 0 : 1
    return [LNG + across * 0.5, LAT + ((i * 7919) % 15_000) * 3e-5] as const
  })
  const start = performance.now()
  expect(['too_tangled', 'self_crossing']).toContain(outcome(read(geoJson([tangle]))))
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('a large honest outline is checked in a moment', () => {
  const ring = Array.from({ length: 19_000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 19_000
    const reach = 0.2 * (1 + 0.1 * Math.sin(angle * 60))
    return [LNG + reach * Math.cos(angle), LAT + reach * Math.sin(angle)] as const
  })
  const start = performance.now()
  expect(outcome(read(geoJson([ring])))).toBe('ok')
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('every refusal has its sentence', () => {
  for (const code of BOUNDARY_PROBLEM_CODES) expect(BOUNDARY_PROBLEMS[code].vi).not.toBe('')
})
