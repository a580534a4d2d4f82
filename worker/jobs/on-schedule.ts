import type { Deps } from '../http/app-env.ts'
import { runDaily } from './run-daily.ts'
import { type RunnerDeps, runDueJobs } from './run-due-jobs.ts'
import { SCHEDULES, type Schedule } from './schedules.ts'
import { sendLetters } from './send-letters.ts'

/** A timer's call may last a quarter of an hour; whoever makes it does not wait for more than this. */
const JOBS_MS = 4 * 60_000

const WORK: Record<Schedule, (deps: RunnerDeps) => Promise<unknown>> = {
  daily: runDaily,
  letters: sendLetters,
  jobs: (deps) => runDueJobs(deps, { endBy: deps.now() + JOBS_MS }),
}

/** Does what a schedule is for; throws for one that is none of ours. */
export async function onSchedule(cron: string, deps: Pick<Deps, keyof RunnerDeps>): Promise<void> {
  const names = Object.keys(SCHEDULES) as Schedule[]
  const name = names.find((each) => SCHEDULES[each] === cron)
  if (name === undefined) throw new Error(`nothing is done on the schedule ${cron}`)
  await WORK[name](deps)
}
