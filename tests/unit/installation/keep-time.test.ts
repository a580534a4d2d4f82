import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { JOBS_EVERY_MS, keepTime } from '../../../scripts/lib/keep-time.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells again after a time that failed, however it failed', async () => {
  const told = vi
    .fn<(cron: string) => Promise<unknown>>()
    .mockImplementationOnce(() => {
      throw new Error('at once')
    })
    .mockRejectedValueOnce(new Error('later'))
    .mockResolvedValue(null)
  const clock = keepTime(told)
  await vi.advanceTimersByTimeAsync(3 * JOBS_EVERY_MS)
  expect(told).toHaveBeenCalledTimes(3)
  clock.stop()
  await vi.advanceTimersByTimeAsync(JOBS_EVERY_MS)
  expect(told).toHaveBeenCalledTimes(3)
})
