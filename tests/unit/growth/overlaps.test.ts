import { expect, test } from 'vitest'
import { estimatedOverlapHa } from '../../../worker/lib/geo/estimated-overlap-ha.ts'
import { overlapHaOf } from '../../../worker/lib/geo/overlap-ha.ts'
import { readBoundary } from '../../support/at-once.ts'
import { threadMs } from '../../support/thread-ms.ts'

type Corner = [number, number]

const WIDTH = 0.1

/** A comb with teeth to the east, or to the north where it is turned. */
function comb(teeth: number, isTurned: boolean): Corner[] {
  const corners: Corner[] = []
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    const from = (WIDTH * tooth) / teeth
    const to = from + WIDTH / (2.2 * teeth)
    corners.push([0.0005, from], [WIDTH, from], [WIDTH, to], [0.0005, to])
  }
  corners.push([0, WIDTH], [0, 0], [0.0005, 0])
  return corners.map(([x, y]) => (isTurned ? [105 + y, 10 + x] : [105 + x, 10 + y]))
}

function square(lng: number, lat: number): Corner[] {
  return [
    [lng, lat],
    [lng + WIDTH, lat],
    [lng + WIDTH, lat + WIDTH],
    [lng, lat + WIDTH],
    [lng, lat],
  ]
}

test('two combs that cross thousands of times are measured at once', () => {
  for (const teeth of [60, 240, 960]) {
    const coordinates = [[comb(teeth, false)], [comb(teeth, true)]]
    const text = JSON.stringify({ type: 'MultiPolygon', coordinates })
    const started = threadMs()
    const reading = readBoundary(new TextEncoder().encode(text))
    // Cut with each other, 240 teeth took half a minute and 670 MB.
    expect(threadMs() - started).toBeLessThan(3_000)
    expect(reading).toMatchObject({ ok: false, problem: { code: 'parts_overlap' } })
  }
})

test('what is measured fast agrees with what is measured exactly', () => {
  const [a, b] = [[square(105, 10)], [square(105.03, 10.04)]]
  const exact = overlapHaOf({ parts: [a] }, { parts: [b] })
  expect(Math.abs(estimatedOverlapHa([a], [b]) / exact - 1)).toBeLessThan(0.001)
  expect(estimatedOverlapHa([a], [[square(105.2, 10)]])).toBe(0)
})
