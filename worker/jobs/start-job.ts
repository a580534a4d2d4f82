import type { Deps } from '../http/app-env.ts'
import { logJob } from './log-job.ts'
import { type RunnerDeps, runDueJobs } from './run-due-jobs.ts'

/** What a platform grants work after the answer: less than the half minute that Cloudflare does. */
const AFTER_ANSWER_MS = 25_000
/** Most work is short: its outcome can stand on the page the answer leads to. */
const WAIT_FOR_SHORT_WORK_MS = 1_500

/**
 * Starts a job that was just asked for, behind the answer or, where a queue is bound, in another
 * process; what it does not get done the timer goes on with. Waits a moment for short work.
 */
export async function startJob(
  deps: RunnerDeps & Pick<Deps, 'jobQueue' | 'waitUntil'>,
  id: string,
): Promise<void> {
  if (deps.jobQueue !== null) {
    // Without a message the timer finds the job.
    await deps.jobQueue
      .send({ jobId: id })
      .catch((error: unknown) =>
        logJob({ code: 'job_not_queued', job: { id, kind: '' }, error, attempts: 0 }),
      )
    return
  }
  const work = runDueJobs(deps, { first: id, endBy: deps.now() + AFTER_ANSWER_MS })
  deps.waitUntil(work)
  await Promise.race([work, pause(WAIT_FOR_SHORT_WORK_MS)])
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
