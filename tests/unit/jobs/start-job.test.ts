import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { readJob } from '../../../db/queries/jobs.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { ROOT } from '../../../scripts/lib/paths.ts'
import { consumeJobs } from '../../../worker/jobs/consume-jobs.ts'
import { onSchedule } from '../../../worker/jobs/on-schedule.ts'
import { runDaily } from '../../../worker/jobs/run-daily.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { SCHEDULES } from '../../../worker/jobs/schedules.ts'
import { startJob } from '../../../worker/jobs/start-job.ts'
import { openJob } from '../../../worker/verbs/background/open-job.ts'
import { IMPORT_PREVIEW } from '../../../worker/verbs/imports/background/import-preview.ts'
import { makeContext } from '../../support/factories.ts'
import { type Clock, jobOf, jobsDatabase, runnerDeps, startOfTime } from './support.ts'

let db: Database
let clock: Clock

beforeEach(async () => {
  ;({ db } = await jobsDatabase())
  clock = startOfTime()
})

/** A job of the real table of kinds, which ends at once: there is no such list. */
async function openReal(): Promise<string> {
  const ctx = makeContext(db, { now: () => clock.now })
  const { id, statement } = openJob(ctx, { kind: IMPORT_PREVIEW, subjectId: 'none', input: {} })
  await runBatch(db, [statement])
  return id
}

describe('a job that was just asked for', () => {
  it('is done behind the answer, which waits a moment for it', async () => {
    const id = await openReal()
    const work: Promise<unknown>[] = []
    const waitUntil = (each: Promise<unknown>) => void work.push(each)
    await startJob({ ...runnerDeps(db, clock), jobQueue: null, waitUntil }, id)
    expect(work).toHaveLength(1)
    expect((await jobOf(db, id)).state).toBe('failed')
  })

  it('is left to another process where a queue is bound, and the answer does not wait', async () => {
    const id = await openReal()
    const sent: unknown[] = []
    const jobQueue = { send: async (message: unknown) => void sent.push(message) }
    const waitUntil = () => {
      throw new Error('nothing is done here')
    }
    await startJob({ ...runnerDeps(db, clock), jobQueue, waitUntil }, id)
    expect(sent).toEqual([{ jobId: id }])
    expect((await jobOf(db, id)).state).toBe('open')
    await consumeJobs({ ...runnerDeps(db, clock), jobQueue })
    expect((await jobOf(db, id)).state).toBe('failed')
    expect(sent).toHaveLength(1)
  })

  it('is found by the timer where the queue does not take its message', async () => {
    const id = await openReal()
    const jobQueue = { send: () => Promise.reject(new Error('the queue is away')) }
    await startJob({ ...runnerDeps(db, clock), jobQueue, waitUntil: () => undefined }, id)
    await onSchedule(SCHEDULES.jobs, runnerDeps(db, clock))
    expect((await jobOf(db, id)).state).toBe('failed')
  })

  it('waits while this isolate is at work on another, and not for ever on one that was cut off', async () => {
    const id = await openReal()
    const deps = runnerDeps(db, clock)
    deps.jobSlot.take(clock.now, clock.now + 30_000)
    expect(await runDueJobs(deps, { endBy: clock.now + 1_000 })).toEqual({ turns: 0, ends: [] })
    clock.now += 30_000
    await runDueJobs(deps, { endBy: clock.now + 1_000 })
    expect((await jobOf(db, id)).state).toBe('failed')
  })
})

describe('schedules', () => {
  it('are those of wrangler.toml', () => {
    const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')
    const crons = JSON.parse(/^crons = (\[.*\])$/m.exec(toml)?.[1] ?? '[]') as string[]
    expect(crons.sort()).toEqual(Object.values(SCHEDULES).sort())
  })

  it('that nobody knows are a fault', async () => {
    await expect(onSchedule('1 1 1 1 1', runnerDeps(db, clock))).rejects.toThrow('1 1 1 1 1')
  })
})

describe('a job that has ended', () => {
  it('is forgotten after a month, an open one never', async () => {
    const ended = await openReal()
    await runDueJobs(runnerDeps(db, clock), { endBy: clock.now + 1_000 })
    const open = await openReal()
    const daily = async (days: number) => {
      clock.now += days * 86_400_000
      await runDaily(runnerDeps(db, clock))
    }
    await daily(29)
    expect(await readJob(db, ended)).not.toBeNull()
    await daily(2)
    expect(await readJob(db, ended)).toBeNull()
    expect((await jobOf(db, open)).state).toBe('open')
  })
})
