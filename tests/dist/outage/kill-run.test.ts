import { expect, it } from 'vitest'
import { runKills } from '../../../scripts/kill-run/run-kills.ts'

// `npm run kill-run` does the same fifty times.
const KILLS = 6

it('every key of a write that was killed, asked again, gives one run and its answer', async () => {
  const counts = await runKills({ kills: KILLS })
  expect(counts.faults).toEqual([])
  expect(counts.runs).toBe(counts.keys)
  // Otherwise nothing was cut off and nothing is shown.
  expect(counts.unacknowledged).toBeGreaterThanOrEqual(KILLS)
  expect(counts.acknowledged).toBeGreaterThan(0)
}, 240_000)
