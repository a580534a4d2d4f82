import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import { askToCancel, reopenJob } from '../../../db/queries/jobs.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { kindsOf } from '../../../worker/jobs/job-kinds.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { anyKind, jobKind } from '../../../worker/verbs/background/job-kind.ts'
import {
  type Clock,
  COUNT,
  counted,
  countKind,
  endings,
  jobOf,
  jobsDatabase,
  openCount,
  runner,
  startOfTime,
  upTo,
} from './support.ts'

let db: Database
let clock: Clock

beforeEach(async () => {
  ;({ db } = await jobsDatabase())
  clock = startOfTime()
})

const cancel = (id: string) =>
  runBatch(db, [askToCancel(db, { id, at: clock.now, by: 'operator:test' })])

describe('a job that is asked to stop', () => {
  it('stops after the slice it is at, keeps what is done, and says how far it was', async () => {
    let id = ''
    const kind = countKind({ name: COUNT.name, before: (n) => (n === 4 ? cancel(id) : undefined) })
    id = await openCount(db, clock, { upTo: 10 })
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['cancelled'])
    expect(await counted(db)).toEqual(upTo(6))
    expect(await endings(db)).toEqual(['cancelled'])
    expect(await jobOf(db, id)).toMatchObject({
      ...{ state: 'cancelled', done: 6, total: 10, cursor: { after: 6 }, leaseUntil: null },
      ...{ cancelAskedBy: 'operator:test', problem: null },
    })
    expect((await runner(db, clock)()).turns, 'it is left alone').toBe(0)
  })

  it('before anybody began does nothing at all', async () => {
    const id = await openCount(db, clock, { upTo: 10 })
    await cancel(id)
    expect((await runner(db, clock)()).ends).toEqual(['cancelled'])
    expect(await counted(db)).toEqual([])
  })

  it('while it waits for another try ends at once', async () => {
    const kind = countKind({
      name: COUNT.name,
      before: () => {
        throw new Error('broken')
      },
    })
    const run = runner(db, clock, kindsOf(anyKind(kind)))
    const id = await openCount(db, clock, { upTo: 10 })
    await run()
    await cancel(id)
    expect((await run()).ends).toEqual(['cancelled'])
  })

  it('while it computes stops there, with nothing written', async () => {
    let id = ''
    const kind = jobKind({
      ...{ name: COUNT.name, input: COUNT.input, cursor: z.object({}), canBeCancelled: true },
      // biome-ignore lint/correctness/useYield: it never gets so far.
      run: async function* ({ ctx }) {
        await cancel(id)
        for (let i = 0; i < 1_000; i++) {
          clock.now += 100
          await ctx.giveWay()
        }
        return { result: null }
      },
    })
    id = await openCount(db, clock, { upTo: 10 })
    const began = clock.now
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['cancelled'])
    expect(clock.now - began).toBeLessThan(LEASE_MS)
  })

  it('goes on to its end where half of it must not be left', async () => {
    let id = ''
    const kind = countKind({
      ...{ name: COUNT.name, canBeCancelled: false },
      before: (n) => (n === 4 ? cancel(id) : undefined),
    })
    id = await openCount(db, clock, { upTo: 10 })
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['done'])
    expect(await counted(db)).toEqual(upTo(10))
  })

  it('may be let go on where it stood', async () => {
    let id = ''
    const kind = countKind({ name: COUNT.name, before: (n) => (n === 2 ? cancel(id) : undefined) })
    id = await openCount(db, clock, { upTo: 10 })
    await runner(db, clock, kindsOf(anyKind(kind)))()
    await runBatch(db, [reopenJob(db, { id, at: clock.now })])
    expect((await runner(db, clock)()).ends).toEqual(['done'])
    expect(await counted(db)).toEqual(upTo(10))
    await runBatch(db, [reopenJob(db, { id, at: clock.now })])
    expect((await runner(db, clock)()).turns, 'what is done is not done again').toBe(0)
  })
})

describe('a long computation', () => {
  it('keeps its lease while it gives way, and shows how far it is', async () => {
    const seen: unknown[] = []
    let id = ''
    const kind = jobKind({
      ...{ name: COUNT.name, input: COUNT.input, cursor: z.object({}), canBeCancelled: true },
      // biome-ignore lint/correctness/useYield: all it does is compute.
      run: async function* ({ ctx, tell }) {
        for (let i = 0; i < 100; i++) {
          clock.now += LEASE_MS / 20
          tell({ done: i, total: 100 })
          await ctx.giveWay()
          if (i % 30 === 29) {
            seen.push((await jobOf(db, id)).done)
            seen.push((await runner(db, clock)()).turns)
          }
        }
        return { result: null }
      },
    })
    id = await openCount(db, clock, { upTo: 10 })
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['done'])
    const [first, second, third] = [seen[0], seen[2], seen[4]].map(Number)
    expect(first).toBeGreaterThan(15)
    expect(second).toBeGreaterThan(Number(first))
    expect(third).toBeGreaterThan(Number(second))
    expect([seen[1], seen[3], seen[5]], 'nobody else took it').toEqual([0, 0, 0])
  })
})
