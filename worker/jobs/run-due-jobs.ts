import { giveBackJob, takeJob } from '../../db/queries/job-leases.ts'
import type { JobRow } from '../../db/queries/jobs.ts'
import type { Deps } from '../http/app-env.ts'
import { sealAudit } from '../verbs/audit/seal-audit.ts'
import type { AnyJobKind } from '../verbs/background/job-kind.ts'
import { JOB_KINDS, type JobKinds } from './job-kinds.ts'
import { LEASE_MS } from './lease-keeper.ts'
import { logJob } from './log-job.ts'
import { type JobDeps, runJob, type TurnEnd } from './run-job.ts'
import { sendLetters } from './send-letters.ts'

export type RunnerDeps = JobDeps & Pick<Deps, 'mailer'>

/** A kind this version does not know is left for one that does. */
const UNKNOWN_WAIT_MS = 10 * 60_000
/** A job's writes are sealed with it; what an interrupted one left is taken in portions. */
const SEALED_AT_ONCE = 10_000

export type JobsRun = { readonly turns: number; readonly ends: readonly TurnEnd[] }

/**
 * Works on jobs that are due, the longest due first, until none is left or time is up; nothing where
 * this isolate is at work on one already. Never throws: it stands behind answers and timers.
 */
export async function runDueJobs(
  deps: RunnerDeps,
  input: {
    /** Epoch milliseconds: when it must be through. */
    readonly endBy: number
    /** Taken before all others, if it is due. */
    readonly first?: string
    /** True where nothing but the first is worked on: a command does what it was called for. */
    readonly only?: boolean
    readonly kinds?: JobKinds
  },
): Promise<JobsRun> {
  const { endBy, only = false, kinds = JOB_KINDS } = input
  const ends: TurnEnd[] = []
  if (!deps.jobSlot.take(deps.now(), deps.now() + LEASE_MS)) return { turns: 0, ends }
  try {
    let first = input.first ?? null
    do {
      const owner = deps.newId()
      const named = first === null ? null : await take(deps, { id: first, owner })
      const job = named ?? (only ? null : await take(deps, { id: null, owner }))
      first = null
      if (job === null) break
      ends.push(await turnAt(deps, { job, owner, kind: kinds.get(job.kind) ?? null, endBy }))
      await followUp(deps, job)
    } while (deps.now() < endBy)
  } catch (error) {
    logJob({ code: 'jobs_not_taken', job: { id: '', kind: '' }, error, attempts: 0 })
  } finally {
    deps.jobSlot.free()
  }
  return { turns: ends.length, ends }
}

function take(
  deps: RunnerDeps,
  which: { readonly id: string | null; readonly owner: string },
): Promise<JobRow | null> {
  const now = deps.now()
  return takeJob(deps.db(), { ...which, now, until: now + LEASE_MS })
}

async function turnAt(
  deps: RunnerDeps,
  turn: {
    readonly job: JobRow
    readonly owner: string
    readonly kind: AnyJobKind | null
    readonly endBy: number
  },
): Promise<TurnEnd> {
  const { job, owner, kind, endBy } = turn
  if (kind !== null) return runJob({ deps, kind, job, owner, endBy })
  const lease = { jobId: job.id, owner }
  const dueAt = deps.now() + UNKNOWN_WAIT_MS
  await giveBackJob(deps.db(), lease, { dueAt, attempts: 0, problem: job.problem })
  return 'again'
}

/** What a job wrote is sealed, and the letters it put out are sent; both are tried again elsewhere. */
async function followUp(deps: RunnerDeps, job: JobRow): Promise<void> {
  try {
    await sealAudit(deps.db(), SEALED_AT_ONCE)
    await sendLetters(deps)
  } catch (error) {
    logJob({ code: 'job_not_followed_up', job, error, attempts: 0 })
  }
}
