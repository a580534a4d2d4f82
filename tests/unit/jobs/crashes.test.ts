import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import type { TestDatabase } from '../../support/database.ts'
import { type Fault, faultyDatabase } from '../../support/faulty-database.ts'
import {
  type Clock,
  counted,
  endings,
  jobOf,
  jobsDatabase,
  openCount,
  runner,
  startOfTime,
  upTo,
} from './support.ts'

const FAULTS = ['refused', 'unheard', 'killed', 'killed_after'] as const satisfies readonly Fault[]
/** Longer than any wait after so few failures. */
const LONG_MS = 10 * 60_000

/** A runner that meets a fault; gives whether it met it. What it left is due after this. */
async function runInto(
  test: TestDatabase,
  clock: Clock,
  given: { readonly at: number; readonly fault: Fault },
): Promise<boolean> {
  const faulty = faultyDatabase(test.url, given)
  await Promise.race([runner(faulty.db, clock)(), faulty.gone])
  clock.now += LEASE_MS + LONG_MS
  return faulty.trips() >= given.at
}

async function startAgain({ db }: TestDatabase): Promise<void> {
  await db.batch([db.run(sql`DELETE FROM counted`), db.run(sql`DELETE FROM job`)])
}

// Every failure is logged, as it should be, and there are hundreds.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

describe.each(FAULTS)('a runner whose database call is %s', (fault) => {
  it('at any of its calls does no slice twice and loses none', async () => {
    const test = await jobsDatabase()
    const clock = startOfTime()
    let tried = 0
    for (let at = 1; ; at++) {
      await startAgain(test)
      const id = await openCount(test.db, clock, { upTo: 7 })
      const met = await runInto(test, clock, { at, fault })
      await runner(test.db, clock)()
      expect(await counted(test.db), `${fault} at call ${at}`).toEqual(upTo(7))
      expect(await endings(test.db), `${fault} at call ${at}`).toEqual(['end'])
      expect((await jobOf(test.db, id)).state).toBe('done')
      if (!met) break
      tried = at
    }
    // Taken, opened, four slices and their end: every one of them was cut.
    expect(tried).toBeGreaterThanOrEqual(6)
  })
})

describe('runners that fail one after the other', () => {
  it('wherever and however each of them does, end with every slice done once (seeded)', async () => {
    const test = await jobsDatabase()
    const clock = startOfTime()
    const failure = fc.record({
      at: fc.integer({ min: 1, max: 9 }),
      fault: fc.constantFrom(...FAULTS),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(failure, { maxLength: 7 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        async (failures, most, perSlice) => {
          await startAgain(test)
          const id = await openCount(test.db, clock, { upTo: most, perSlice })
          for (const each of failures) await runInto(test, clock, each)
          await runner(test.db, clock)()
          expect(await counted(test.db)).toEqual(upTo(most))
          expect(await endings(test.db)).toEqual(['end'])
          const job = await jobOf(test.db, id)
          expect([job.state, job.done, job.slices]).toEqual([
            'done',
            most,
            Math.ceil(most / perSlice),
          ])
        },
      ),
      { seed: 20261129, numRuns: 50 },
    )
  }, 60_000)

  it('two at a time, each slice is still done once (seeded)', async () => {
    const test = await jobsDatabase()
    const clock = startOfTime()
    const failure = fc.record({
      at: fc.integer({ min: 1, max: 12 }),
      fault: fc.constantFrom(...FAULTS),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { minLength: 2, maxLength: 5 }), async (failures) => {
        await startAgain(test)
        await openCount(test.db, clock, { upTo: 9 })
        await Promise.all(
          failures.map(async (each) => {
            const faulty = faultyDatabase(test.url, each)
            await Promise.race([runner(faulty.db, clock)(), faulty.gone])
          }),
        )
        clock.now += LEASE_MS + LONG_MS
        await Promise.all([runner(test.db, clock)(), runner(test.db, clock)()])
        expect(await counted(test.db)).toEqual(upTo(9))
        expect(await endings(test.db)).toEqual(['end'])
      }),
      { seed: 20261130, numRuns: 25 },
    )
  }, 60_000)
})
