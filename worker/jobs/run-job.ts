import {
  anotherJobWaits,
  finishJob,
  giveBackJob,
  type Lease,
  type LeaseNews,
  readLease,
  stopJob,
  storeSlice,
} from '../../db/queries/job-leases.ts'
import type { JobRow } from '../../db/queries/jobs.ts'
import type { Deps } from '../http/app-env.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { actorOfJob } from '../verbs/background/actor-of-job.ts'
import type { AnyJobKind, JobEnd, JobSlice, OpenJob } from '../verbs/background/job-kind.ts'
import { brokenOff, endOfAttempt } from './attempt-end.ts'
import { JobCancelled, keepLease, LEASE_MS, type LeaseKeeper, LeaseLost } from './lease-keeper.ts'
import { logJob } from './log-job.ts'

export type JobDeps = Pick<
  Deps,
  'db' | 'now' | 'newId' | 'labelOrigin' | 'kek' | 'files' | 'pictures' | 'giveWay' | 'jobSlot'
>

/** How a turn at a job ended; `again` is to be tried later, `more` to be gone on with. */
export type TurnEnd = 'done' | 'failed' | 'cancelled' | 'again' | 'more' | 'lost'

/** After so long a job lets others have a turn, if any wait. */
const TURN_MS = 15_000

type Turn = {
  readonly deps: JobDeps
  readonly kind: AnyJobKind
  readonly job: JobRow
  readonly lease: Lease
  readonly keeper: LeaseKeeper
  /** Epoch milliseconds: when the runner must be through. */
  readonly endBy: number
  slices: number
  /** Takes since a slice was last stored, this one included. */
  attempts: number
}

/**
 * Works on a job that was taken, slice after slice, until it is done, must stop or time is up. Never
 * throws: what went wrong is noted with the job, and where even that cannot be written the lease runs
 * out and somebody else goes on.
 */
export async function runJob(input: {
  readonly deps: JobDeps
  readonly kind: AnyJobKind
  readonly job: JobRow
  /** The word it was taken with. */
  readonly owner: string
  readonly endBy: number
}): Promise<TurnEnd> {
  const { deps, kind, job, owner, endBy } = input
  const lease = { jobId: job.id, owner }
  const keeper = keepLease(deps, {
    ...{ lease, until: job.leaseUntil ?? deps.now(), canBeCancelled: kind.canBeCancelled },
    progress: { done: job.done, total: job.total },
  })
  const turn: Turn = {
    ...{ deps, kind, job, lease, keeper, endBy },
    ...{ slices: job.slices, attempts: job.attempts },
  }
  try {
    if (job.cancelAskedAt !== null && kind.canBeCancelled) throw new JobCancelled()
    const broken = brokenOff(job)
    if (broken !== null) return await stop(turn, { state: 'failed', problem: broken })
    return await workOn(turn)
  } catch (error) {
    return await endTurn(turn, error)
  }
}

async function workOn(turn: Turn): Promise<TurnEnd> {
  const { deps, kind, lease, keeper } = turn
  const work = kind.run(await opened(turn))
  try {
    let turnEnd = deps.now() + TURN_MS
    let step = await work.next()
    while (step.done !== true) {
      const stored = await store(turn, step.value)
      if ('refusal' in stored) {
        step = await work.throw(stored.refusal)
        continue
      }
      if (stored.cancelAsked && kind.canBeCancelled) throw new JobCancelled()
      if (deps.now() >= turnEnd && (await mustGiveWay(turn))) return await giveBack(turn)
      if (deps.now() >= turnEnd) turnEnd = deps.now() + TURN_MS
      step = await work.next()
    }
    await finishJob(deps.db(), lease, { ...lastOf(step.value, keeper), at: deps.now() })
    return 'done'
  } finally {
    // What the work holds open is let go of; a work that has ended does nothing here.
    await work.return({ result: null }).catch(() => undefined)
  }
}

/** What the kind is handed: its own input and cursor, and who asked as they are now. */
async function opened(turn: Turn): Promise<OpenJob<unknown, unknown>> {
  const { deps, kind, job, keeper } = turn
  const { now, newId, labelOrigin, kek, files, pictures } = deps
  const db = deps.db()
  const actor = await actorOfJob({ db, now }, job)
  return {
    ctx: {
      ...{ db, actor, now, newId, labelOrigin, kek, giveWay: keeper.giveWay },
      source: job.source,
    },
    files,
    pictures,
    subjectId: job.subjectId,
    input: kind.input.parse(job.input),
    cursor: job.cursor === null ? null : kind.cursor.parse(job.cursor),
    tell: keeper.tell,
  }
}

/**
 * Stores a slice. An answer that got lost on the way does not tell whether it is stored: the job
 * itself does. Throws where the lease is lost.
 */
async function store(
  turn: Turn,
  slice: JobSlice<unknown>,
): Promise<LeaseNews | { readonly refusal: unknown }> {
  const { deps, lease, keeper } = turn
  const { statements, cursor, done, total } = slice
  const after = turn.slices
  const until = deps.now() + LEASE_MS
  const stored = (news: LeaseNews) => {
    turn.slices = after + 1
    turn.attempts = 0
    keeper.stored({ until, done, total })
    return news
  }
  try {
    const part = { after, cursor, done, total, until, statements }
    return stored(await storeSlice(deps.db(), lease, part))
  } catch (refusal) {
    const standing = await readLease(deps.db(), lease)
    if (standing === null) throw new LeaseLost()
    return standing.slices === after ? { refusal } : stored(standing)
  }
}

async function mustGiveWay({ deps, job, endBy }: Turn): Promise<boolean> {
  const now = deps.now()
  return now >= endBy || (await anotherJobWaits(deps.db(), { now, besides: job.id }))
}

async function giveBack({ deps, lease }: Turn): Promise<TurnEnd> {
  await giveBackJob(deps.db(), lease, { dueAt: deps.now(), attempts: 0, problem: null })
  return 'more'
}

function lastOf(end: JobEnd<unknown>, keeper: LeaseKeeper) {
  const { done, total } = keeper.progress()
  const { result, statements = [] } = end
  return { result: result ?? null, statements, done: total ?? done, total }
}

/** What becomes of the job after something was thrown. */
async function endTurn(turn: Turn, error: unknown): Promise<TurnEnd> {
  const { deps, job, lease } = turn
  if (error instanceof LeaseLost) return 'lost'
  try {
    if (error instanceof JobCancelled) {
      return await stop(turn, { state: 'cancelled', problem: null })
    }
    const attempts = Math.max(1, turn.attempts)
    const end = endOfAttempt(error, attempts)
    const isFault = end.kind === 'again' || end.isFault
    if (isFault) logJob({ code: `job_${end.kind}`, job, error, attempts })
    const { problem } = end
    if (end.kind === 'given_up') return await stop(turn, { state: 'failed', problem })
    const dueAt = deps.now() + end.waitMs
    await giveBackJob(deps.db(), lease, { dueAt, attempts, problem })
    return 'again'
  } catch (cause) {
    logJob({ code: 'job_left', job, error: cause, attempts: turn.attempts })
    return 'lost'
  }
}

async function stop(
  { deps, kind, job, lease }: Turn,
  how: { readonly state: 'failed' | 'cancelled'; readonly problem: LocalText | null },
): Promise<TurnEnd> {
  const db = deps.db()
  const { subjectId } = job
  const statements = kind.whenStopped?.({ db, subjectId, state: how.state }) ?? []
  await stopJob(db, lease, { ...how, at: deps.now(), statements })
  return how.state
}
