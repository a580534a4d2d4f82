import type { Deps } from '../http/app-env.ts'
import { type RunnerDeps, runDueJobs } from './run-due-jobs.ts'

/** A queue's consumer may last a quarter of an hour. */
const AT_ONCE_MS = 4 * 60_000

/**
 * Woken by a message that there is work: does what is due, in a process that answers no scans. What
 * time is too short for gets a message of its own; messages are never retried, for jobs are.
 */
export async function consumeJobs(deps: RunnerDeps & Pick<Deps, 'jobQueue'>): Promise<void> {
  const { ends } = await runDueJobs(deps, { endBy: deps.now() + AT_ONCE_MS })
  if (ends.at(-1) === 'more') await deps.jobQueue?.send({ jobId: '' })
}
