import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import { type ImportRunDetail, importStandsAt } from '../../../../db/queries/import-runs.ts'
import { jobRests, readJobOf, reopenJob } from '../../../../db/queries/jobs.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import type { JobKind } from '../../background/job-kind.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { ownTarget } from '../../guard/authorise.ts'
import { tooBusy } from '../../guard/refusals.ts'

/**
 * Lets work on an import go on that rests: the job that failed or was cancelled, where it stood, or a
 * new one where there is none. Gives the job; an open one as it is.
 */
export async function letGoOn<C, R>(
  ctx: VerbContext,
  run: ImportRunDetail,
  kind: JobKind<Record<string, never>, C, R>,
  given: {
    /** What is written with it; `isAnew` where the work begins from its start. */
    readonly statements?: (isAnew: boolean) => readonly Statement[]
  } = {},
): Promise<string> {
  const { db } = ctx
  const job = await readJobOf(db, { subjectId: run.id, kinds: [kind.name] })
  if (job?.state === 'open') return job.id
  const isAnew = job === null || job.state === 'done'
  const opened = openJob(ctx, { kind, subjectId: run.id, input: {} })
  const state = run.state ?? 'done'
  const stands = importStandsAt({ id: run.id, state, rowsDone: run.rowsDone ?? 0 })
  await change(ctx, {
    may: 'imports.write',
    target: ownTarget(ctx),
    guards: [{ holds: stands, refusal: tooBusy }],
    statements: [
      ...(isAnew
        ? [opened.statement]
        : [guardStatement(db, jobRests(job.id)), reopenJob(db, { id: job.id, at: ctx.now() })]),
      ...(given.statements?.(isAnew) ?? []),
    ],
    audit: {
      action: 'import.resume',
      entityId: run.id,
      before: { state: run.state, done: run.rowsDone },
    },
    // Somebody else let it go on at the same moment.
    taken: tooBusy,
  })
  return isAnew ? opened.id : job.id
}
