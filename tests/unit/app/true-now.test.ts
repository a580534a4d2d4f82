import { expect, it } from 'vitest'
import { trueNow } from '../../../site/app/state/true-now.ts'

const DAY = 24 * 3_600_000
const SERVER = Date.UTC(2026, 10, 30)

it('a phone that never spoke with the server has its own clock alone', () => {
  expect(trueNow(SERVER, null)).toBe(SERVER)
})

it.each([-365 * DAY, -3_600_000, 3_600_000, 365 * DAY])(
  'a clock that is %i ms off still gives the day',
  (wrongBy) => {
    const clock = { offsetMs: -wrongBy, measuredAt: SERVER + wrongBy }
    expect(trueNow(SERVER + wrongBy + DAY, clock)).toBe(SERVER + DAY)
  },
)

it.each([-365 * DAY, 365 * DAY])(
  'a clock that was %i ms off and set since is believed',
  (wrongBy) => {
    const clock = { offsetMs: -wrongBy, measuredAt: SERVER + wrongBy }
    expect(trueNow(SERVER + DAY, clock)).toBe(SERVER + DAY)
  },
)
