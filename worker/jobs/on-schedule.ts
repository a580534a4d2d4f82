import type { Deps } from '../http/app-env.ts'
import { ownContext } from '../verbs/own-context.ts'
import { keepStatusLists } from '../verbs/status-lists/keep-lists.ts'
import { logJob } from './log-job.ts'
import { runDaily } from './run-daily.ts'
import { type RunnerDeps, runDueJobs } from './run-due-jobs.ts'
import { SCHEDULES, type Schedule } from './schedules.ts'
import { sendLetters } from './send-letters.ts'

/** A timer's call may last a quarter of an hour; whoever makes it does not wait for more than this. */
const JOBS_MS = 4 * 60_000
/** What is left of the status lists the next call goes on with. */
const LISTS_MS = 20_000

type ClockDeps = RunnerDeps & Pick<Deps, 'origin' | 'newId' | 'labelOrigin' | 'kek' | 'giveWay'>

const WORK: Record<Schedule, (deps: ClockDeps) => Promise<unknown>> = {
  daily: runDaily,
  letters: sendLetters,
  jobs: async (deps) => {
    await runDueJobs(deps, { endBy: deps.now() + JOBS_MS })
    await keepLists(deps)
  },
}

/** Whoever asks for a list brings it up to date as well, so what fails here is no more than noted. */
async function keepLists(deps: ClockDeps): Promise<void> {
  try {
    const endBy = deps.now() + LISTS_MS
    await keepStatusLists(ownContext(deps), { origin: deps.origin, endBy })
  } catch (error) {
    logJob({ code: 'lists_not_kept', job: { id: '', kind: 'status_lists' }, error, attempts: 0 })
  }
}

/** Does what a schedule is for; throws for one that is none of ours. */
export async function onSchedule(cron: string, deps: Pick<Deps, keyof ClockDeps>): Promise<void> {
  const names = Object.keys(SCHEDULES) as Schedule[]
  const name = names.find((each) => SCHEDULES[each] === cron)
  if (name === undefined) throw new Error(`nothing is done on the schedule ${cron}`)
  await WORK[name](deps)
}
