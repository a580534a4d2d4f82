import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBoundary } from '../../support/at-once.ts'

const FOLDER = new URL('./from-programs/', import.meta.url)

/** What each file is read as: the corners of its outline, or why it is refused. */
const RIGHT: Readonly<Record<string, number | string>> = {
  '40-crs-4756.geojson': 5,
  '41-west-sign-dropped.txt': 'outside_vietnam',
  '42-south-suffix.txt': 'outside_vietnam',
  '44-index-lat-lng.csv': 5,
  '46-dms.txt': 4,
  '47-latin1.kml': 5,
  '48-empty-plus-real.kml': 5,
  '49-html-login.kml': 'web_page',
  '50-two-outer.kml': 'two_outlines',
  '52-ndjson.geojson': 'json_lines',
  '53-wkt.txt': 'wkt',
  '54-esri.json': 'esri_json',
  '55-no-space-between.kml': 'bad_number',
}

test.each(readdirSync(FOLDER))('%s is read as it was meant, or refused by name', (name) => {
  const reading = readBoundary(readFileSync(new URL(name, FOLDER)))
  const outcome = reading.ok ? reading.boundary.parts.flat(2).length : reading.problem.code
  expect(outcome).toBe(RIGHT[name])
})

test('degrees, minutes and seconds are where they say', () => {
  const reading = readBoundary(readFileSync(new URL('46-dms.txt', FOLDER)))
  if (!reading.ok) throw new Error(reading.problem.code)
  expect(reading.boundary.parts[0]?.[0]?.[0]).toEqual([105.100111, 10.500111])
})

test('VN-2000 is some 190 metres from WGS 84, and is never taken for it', () => {
  const reading = readBoundary(readFileSync(new URL('40-crs-4756.geojson', FOLDER)))
  if (!reading.ok) throw new Error(reading.problem.code)
  expect(reading.system.epsg).toBe(4756)
  const [lng = 0, lat = 0] = reading.boundary.parts[0]?.[0]?.[0] ?? []
  expect(lng - 105.1).toBeCloseTo(0.00178, 4)
  expect(lat - 10.5).toBeCloseTo(-0.00101, 4)
})

test('an empty shape beside a real one is told of', () => {
  const reading = readBoundary(readFileSync(new URL('48-empty-plus-real.kml', FOLDER)))
  expect(reading).toMatchObject({ ok: true, empty: 1 })
})
