import { readJob } from '../../db/queries/jobs.ts'
import { runDueJobs } from '../../worker/jobs/run-due-jobs.ts'
import { databaseFiles } from '../../worker/platform/file-store-database.ts'
import { createJobSlot } from '../../worker/platform/job-slot.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'

const TURN_MS = 60_000
const LOOK_EVERY_MS = 500

/** Photos are work for the server as well. */
const NO_PICTURES = { shrink: async () => [], decode: async () => null, codes: async () => [] }

/** Letters wait in the outbox: the server sends them. */
const NO_MAIL = { connected: false, send: async () => undefined }

/**
 * Works on a job in this process until it has ended, or watches whoever does: a server that runs
 * beside may have taken it. Ended before its end, the command leaves it to that server. Throws what
 * the job says where it was given up.
 */
export async function runJobToEnd(
  ctx: VerbContext,
  input: {
    readonly id: string
    readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
  },
): Promise<void> {
  const { db, now, newId, labelOrigin, kek, giveWay } = ctx
  const deps = {
    ...{ db: () => db, now, newId, labelOrigin, kek, giveWay },
    ...{
      files: databaseFiles(() => db),
      pictures: NO_PICTURES,
      jobSlot: createJobSlot(),
      mailer: NO_MAIL,
    },
  }
  for (;;) {
    const watching = setInterval(() => void tell(), LOOK_EVERY_MS)
    await runDueJobs(deps, { first: input.id, endBy: now() + TURN_MS, only: true })
    clearInterval(watching)
    const job = await tell()
    if (job.state === 'done') return
    if (job.state !== 'open') throw new Error(job.problem?.vi ?? 'Việc này đã dừng giữa chừng.')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }

  async function tell() {
    const job = await readJob(db, input.id)
    if (job === null) throw new Error(`there is no job ${input.id}`)
    input.onProgress({ done: job.done, total: job.total ?? job.done })
    return job
  }
}
