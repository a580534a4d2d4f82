import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import { backOffMs, MOST_ATTEMPTS } from '../../../worker/domain/jobs/back-off.ts'
import { kindsOf } from '../../../worker/jobs/job-kinds.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { anyKind, jobKind } from '../../../worker/verbs/background/job-kind.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { tooBusy } from '../../../worker/verbs/guard/refusals.ts'
import { faultyDatabase } from '../../support/faulty-database.ts'
import { makePerson } from '../../support/portal-app.ts'
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
let url: string
let clock: Clock
let logged: string[]

beforeEach(async () => {
  ;({ db, url } = await jobsDatabase())
  clock = startOfTime()
  logged = []
  vi.spyOn(console, 'error').mockImplementation((line) => void logged.push(String(line)))
})
afterEach(() => void vi.restoreAllMocks())

/** A kind that fails so many times before its third slice, then goes well. */
function failing(times: number, error: () => unknown) {
  let left = times
  const kind = countKind({
    name: COUNT.name,
    before: (n) => {
      if (n !== 4 || left === 0) return
      left -= 1
      throw error()
    },
  })
  return kindsOf(anyKind(kind))
}

describe('work that fails', () => {
  it('is tried again later and later, and goes on where it stood', async () => {
    const run = runner(
      db,
      clock,
      failing(4, () => new Error('broken')),
    )
    const id = await openCount(db, clock, { upTo: 10 })
    for (const attempt of [1, 2, 3, 4]) {
      expect((await run()).ends).toEqual(['again'])
      const job = await jobOf(db, id)
      expect(job.dueAt - clock.now).toBe(backOffMs(attempt))
      expect(job).toMatchObject({ state: 'open', attempts: attempt, leaseUntil: null, done: 4 })
      expect(job.problem?.vi).toContain('lỗi của hệ thống')
      clock.now = job.dueAt - 1
      expect((await run()).turns).toBe(0)
      clock.now += 1
    }
    expect((await run()).ends).toEqual(['done'])
    expect(await counted(db)).toEqual(upTo(10))
    expect(await jobOf(db, id)).toMatchObject({ state: 'done', problem: null })
  })

  it('waits longer each time and never beyond an hour', () => {
    const waits = Array.from({ length: 30 }, (_, i) => backOffMs(i + 1))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect([waits[0], waits.at(-1)]).toEqual([5_000, 3_600_000])
  })

  it('is given up in words when it has come to nothing too often', async () => {
    const run = runner(
      db,
      clock,
      failing(99, () => new Error('broken')),
    )
    const id = await openCount(db, clock, { upTo: 10 })
    const ends = []
    for (let i = 0; i < MOST_ATTEMPTS + 3; i++) {
      ends.push(...(await run()).ends)
      clock.now += 2 * 3_600_000
    }
    expect(ends).toEqual([...Array.from({ length: MOST_ATTEMPTS - 1 }, () => 'again'), 'failed'])
    expect(await endings(db)).toEqual(['failed'])
    const job = await jobOf(db, id)
    expect(job).toMatchObject({ state: 'failed', cursor: { after: 4 }, done: 4 })
    expect(job.problem?.vi).toContain('lỗi của hệ thống')
    expect(job.finishedAt).not.toBeNull()
    expect(logged.join()).not.toMatch(/INSERT|broken/)
  })

  it('begins to count anew when it has got further', async () => {
    const kind = countKind({
      name: COUNT.name,
      before: async (n) => {
        const tries = await db.all<{ n: number }>(
          sql`SELECT count(*) AS n FROM tries WHERE at = ${n}`,
        )
        await db.run(sql`INSERT INTO tries (at) VALUES (${n})`)
        if ((tries[0]?.n ?? 0) < 5) throw new Error('five times at each place')
      },
    })
    await db.run(sql`CREATE TABLE tries (at INTEGER)`)
    const run = runner(db, clock, kindsOf(anyKind(kind)))
    const id = await openCount(db, clock, { upTo: 6 })
    for (let i = 0; i < 40; i++) {
      await run()
      clock.now += 2 * 3_600_000
    }
    expect((await jobOf(db, id)).state).toBe('done')
    expect(await counted(db)).toEqual(upTo(6))
  })

  it('with a refusal is not tried again, and says what the refusal says', async () => {
    const text = { vi: 'Không được.', en: 'No.', zh: '不行。' }
    const refusal = () => new Problem({ code: 'invalid_input', text })
    const id = await openCount(db, clock, { upTo: 10 })
    expect((await runner(db, clock, failing(1, refusal))()).ends).toEqual(['failed'])
    expect(await jobOf(db, id)).toMatchObject({ state: 'failed', problem: text })
  })

  it('because others were in the way is tried again', async () => {
    const id = await openCount(db, clock, { upTo: 10 })
    expect((await runner(db, clock, failing(1, tooBusy))()).ends).toEqual(['again'])
    expect((await jobOf(db, id)).state).toBe('open')
  })

  it('by breaking off without a word again and again is given up too', async () => {
    const id = await openCount(db, clock, { upTo: 10 })
    for (let i = 0; i < MOST_ATTEMPTS; i++) {
      // Taken, and gone before the first slice.
      const dying = faultyDatabase(url, { at: 2, fault: 'killed' })
      await Promise.race([runner(dying.db, clock)(), dying.gone])
      clock.now += LEASE_MS
    }
    expect((await runner(db, clock)()).ends).toEqual(['failed'])
    expect((await jobOf(db, id)).problem?.vi).toContain('dừng giữa chừng nhiều lần')
    expect(await counted(db)).toEqual([])
  })

  it('in one of its writes may be given in smaller slices by its kind', async () => {
    await db.run(sql`CREATE TRIGGER poison BEFORE INSERT ON counted WHEN NEW.n = 3
      BEGIN SELECT RAISE(ABORT, 'no'); END`)
    const kind = jobKind({
      ...{ name: COUNT.name, input: COUNT.input, canBeCancelled: true },
      cursor: z.object({ after: z.number() }),
      run: async function* ({ ctx, cursor }) {
        const skipped: number[] = []
        for (let n = (cursor?.after ?? 0) + 1; n <= 5; n++) {
          const write = ctx.db.run(sql`INSERT INTO counted (n, by) VALUES (${n}, 'slice')`)
          const next = { cursor: { after: n }, done: n, total: 5 }
          try {
            yield { statements: [write], ...next }
          } catch {
            skipped.push(n)
            yield { statements: [], ...next }
          }
        }
        return { result: { skipped } }
      },
    })
    const id = await openCount(db, clock, { upTo: 5 })
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['done'])
    expect(await counted(db)).toEqual([1, 2, 4, 5])
    expect((await jobOf(db, id)).result).toEqual({ skipped: [3] })
  })

  it('of a kind that this version does not know is left for one that does', async () => {
    const id = await openCount(db, clock, { upTo: 4 })
    expect((await runner(db, clock, kindsOf())()).ends).toEqual(['again'])
    expect(await jobOf(db, id)).toMatchObject({ state: 'open', attempts: 0 })
    clock.now += 3_600_000
    expect((await runner(db, clock)()).ends).toEqual(['done'])
  })
})

describe('who asked for the work', () => {
  it('acts in it with what they may do by then', async () => {
    const actors: unknown[] = []
    const kind = jobKind({
      ...{ name: COUNT.name, input: COUNT.input, cursor: z.object({ after: z.number() }) },
      canBeCancelled: true,
      // biome-ignore lint/correctness/useYield: it has nothing to write.
      run: async function* ({ ctx }) {
        actors.push(ctx.actor)
        return { result: null }
      },
    })
    const officer = await makePerson(db, 'officer')
    await openCount(db, clock, { upTo: 1, ctx: { actor: officer, source: 'portal' } })
    await db.run(sql`UPDATE member SET province_code = '91' WHERE user_id = ${officer.userId}`)
    expect((await runner(db, clock, kindsOf(anyKind(kind)))()).ends).toEqual(['done'])
    expect(actors).toEqual([{ ...officer, place: { provinceCode: '91', communeCode: null } }])
  })

  it('and has left since does nothing more through it', async () => {
    const officer = await makePerson(db, 'officer')
    const id = await openCount(db, clock, { upTo: 4, ctx: { actor: officer } })
    await db.run(sql`DELETE FROM member WHERE user_id = ${officer.userId}`)
    expect((await runner(db, clock)()).ends).toEqual(['failed'])
    expect(await counted(db)).toEqual([])
    expect((await jobOf(db, id)).problem?.vi).toContain('không còn quyền')
  })
})
