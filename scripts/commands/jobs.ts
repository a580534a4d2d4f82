import type { Command } from 'commander'
import { formatAt } from '../../worker/copy/format.ts'
import { nameIn } from '../../worker/copy/names.ts'
import { JOB_KIND_NAMES, JOB_STATES } from '../../worker/copy/portal/job.ts'
import { listJobs } from '../../worker/verbs/background/list-jobs.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { wholeNumber } from '../lib/parse-options.ts'
import { note, say } from '../lib/say.ts'

type ListOptions = { limit: number; json?: true }

/** goc jobs list */
export function register(program: Command, openContext: OpenContext): void {
  commandOf(program, openContext, 'jobs')
    .description('Việc chạy nền: nhập danh sách, hoàn tác')
    .command('list')
    .description('Xem việc đang chạy, đang chờ và vừa kết thúc; kèm lý do nếu chưa xong')
    .option('--limit <n>', 'số việc', wholeNumber, 30)
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, { limit, json }: ListOptions) => {
      const jobs = await listJobs(ctx, { limit })
      if (json) return say(JSON.stringify(jobs))
      if (jobs.length === 0) note('Không có việc nào.')
      for (const job of jobs) for (const line of linesOf(job, ctx.now())) say(line)
    })
}

type Job = Awaited<ReturnType<typeof listJobs>>[number]

function linesOf(job: Job, now: number): string[] {
  const { id, kind, subjectId, state, createdAt, done, total, attempts, problem } = job
  const at = state === 'open' ? standingOf(job, now) : state
  const head = [
    ...[id, formatAt(createdAt, 'vi'), nameIn(JOB_KIND_NAMES, kind, 'vi'), subjectId],
    ...[JOB_STATES[at].vi, total === null ? String(done) : `${done}/${total}`],
  ]
  const trouble = problem === null ? [] : [`  lần thử ${attempts}: ${problem.vi}`]
  return [head.join('  '), ...trouble]
}

function standingOf(job: Job, now: number): 'running' | 'waiting' {
  return job.leaseUntil !== null && job.leaseUntil > now ? 'running' : 'waiting'
}
