import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { storeSlice, takeJob } from '../../../db/queries/job-leases.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { kindsOf } from '../../../worker/jobs/job-kinds.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { anyKind } from '../../../worker/verbs/background/job-kind.ts'
import { openJob } from '../../../worker/verbs/background/open-job.ts'
import { makeContext } from '../../support/factories.ts'
import { faultyDatabase } from '../../support/faulty-database.ts'
import {
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

const connect = (url: string) => faultyDatabase(url, { at: 0, fault: 'refused' }).db

describe('a job', () => {
  it('is worked on by one of many runners that want it at the same moment', async () => {
    const { db, url } = await jobsDatabase()
    const clock = startOfTime()
    const id = await openCount(db, clock, { upTo: 10 })
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => runner(connect(url), clock)({ first: id })),
    )
    expect(runs.flatMap(({ ends }) => ends)).toEqual(['done'])
    expect(await counted(db)).toEqual(upTo(10))
    expect(await jobOf(db, id)).toMatchObject({
      ...{ state: 'done', done: 10, total: 10, slices: 5, result: { counted: 10 } },
      ...{ cursor: null, leaseUntil: null, problem: null },
    })
  })

  it('and others like it are each done once by several runners', async () => {
    const { db, url } = await jobsDatabase()
    const clock = startOfTime()
    for (let i = 0; i < 12; i++) await openCount(db, clock, { upTo: 4 })
    const runs = await Promise.all(Array.from({ length: 4 }, () => runner(connect(url), clock)()))
    expect(runs.flatMap(({ ends }) => ends)).toEqual(Array.from({ length: 12 }, () => 'done'))
    expect((await counted(db)).toSorted((a, b) => a - b)).toEqual(
      upTo(4).flatMap((n) => Array.from({ length: 12 }, () => n)),
    )
  })

  it('is opened once for a subject by two who ask at the same moment, and may be asked for again when it is done', async () => {
    const { db, url } = await jobsDatabase()
    const clock = startOfTime()
    const ask = async (on: typeof db) => {
      const ctx = makeContext(on, { now: () => clock.now })
      const input = { upTo: 3, perSlice: 2 }
      await runBatch(on, [openJob(ctx, { kind: COUNT, subjectId: 'list', input }).statement])
    }
    const asked = await Promise.allSettled([ask(connect(url)), ask(connect(url))])
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await runner(db, clock)()
    await ask(db)
    await runner(db, clock)()
    expect(await counted(db)).toEqual([...upTo(3), ...upTo(3)])
  })

  it('is left alone while its lease stands, and gone on with when it is over', async () => {
    const { db, url } = await jobsDatabase()
    const clock = startOfTime()
    const id = await openCount(db, clock, { upTo: 10 })
    const dying = faultyDatabase(url, { at: 4, fault: 'killed' })
    await Promise.race([runner(dying.db, clock)(), dying.gone])
    const half = await counted(db)
    expect(half.length).toBeLessThan(10)
    clock.now += LEASE_MS - 1
    expect(await runner(db, clock)()).toEqual({ turns: 0, ends: [] })
    expect(await counted(db)).toEqual(half)
    clock.now += 1
    expect(await runner(db, clock)()).toEqual({ turns: 1, ends: ['done'] })
    expect(await counted(db)).toEqual(upTo(10))
    expect((await jobOf(db, id)).attempts).toBe(0)
  })

  it('takes nothing more from a runner that fell asleep and was overtaken', async () => {
    const { db, url } = await jobsDatabase()
    const clock = startOfTime()
    let asleep: () => void = () => undefined
    const slept = new Promise<void>((resolve) => {
      asleep = resolve
    })
    let wake: () => void = () => undefined
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    const sleepy = countKind({
      name: COUNT.name,
      before: async (n) => {
        if (n !== 4) return
        asleep()
        await woken
      },
    })
    await openCount(db, clock, { upTo: 10 })
    const first = runner(connect(url), clock, kindsOf(anyKind(sleepy)))()
    await slept
    clock.now += LEASE_MS
    expect((await runner(db, clock)()).ends).toEqual(['done'])
    wake()
    expect((await first).ends).toEqual(['lost'])
    expect(await counted(db)).toEqual(upTo(10))
    expect(await endings(db)).toEqual(['end'])
  })

  it('is given back when time is up, and another runner goes on at once', async () => {
    const { db } = await jobsDatabase()
    const clock = startOfTime()
    const slow = countKind({
      name: COUNT.name,
      before: () => {
        clock.now += 6_000
      },
    })
    const kinds = kindsOf(anyKind(slow))
    const id = await openCount(db, clock, { upTo: 20 })
    expect((await runner(db, clock, kinds)({ endBy: clock.now + 10_000 })).ends).toEqual(['more'])
    const between = await jobOf(db, id)
    expect(between).toMatchObject({ state: 'open', leaseUntil: null, attempts: 0 })
    expect((await runner(db, clock, kinds)()).ends.at(-1)).toBe('done')
    expect(await counted(db)).toEqual(upTo(20))
  })

  it('lets others have their turn when it takes long', async () => {
    const { db } = await jobsDatabase()
    const clock = startOfTime()
    const slow = countKind({
      name: 'test.slow',
      before: () => {
        clock.now += 4_000
      },
    })
    const kinds = kindsOf(anyKind(slow), anyKind(COUNT))
    await openCount(db, clock, { upTo: 40, kind: slow })
    clock.now += 1
    await openCount(db, clock, { upTo: 2 })
    const { ends } = await runner(db, clock, kinds)()
    expect(ends.slice(0, 2)).toEqual(['more', 'done'])
    expect(ends.at(-1)).toBe('done')
  })

  it('takes a slice from its holder alone, and once', async () => {
    const { db } = await jobsDatabase()
    const clock = startOfTime()
    const jobId = await openCount(db, clock, { upTo: 10 })
    const until = clock.now + LEASE_MS
    await takeJob(db, { id: jobId, now: clock.now, owner: 'holder', until })
    const write = () => db.run(sql`INSERT INTO counted (n, by) VALUES (1, 'slice')`)
    const store = (owner: string, after: number) => {
      const slice = { after, cursor: { after: 1 }, done: 1, total: 10, until }
      return storeSlice(db, { jobId, owner }, { ...slice, statements: [write()] })
    }
    await expect(store('another', 0)).rejects.toSatisfy(isGuardRefusal)
    await expect(store('holder', 1)).rejects.toSatisfy(isGuardRefusal)
    await store('holder', 0)
    await expect(store('holder', 0)).rejects.toSatisfy(isGuardRefusal)
    expect(await counted(db)).toEqual([1])
    expect(await jobOf(db, jobId)).toMatchObject({ slices: 1, cursor: { after: 1 } })
  })
})
