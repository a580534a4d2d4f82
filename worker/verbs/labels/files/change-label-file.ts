import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import {
  askToCancel,
  type JobRow,
  jobRests,
  readJobOf,
  reopenJob,
} from '../../../../db/queries/jobs.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { LABEL_FILE_COPY as W } from '../../../copy/portal/label-files.ts'
import { targetOfBatch } from '../../batches/load-batch.ts'
import { change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { conflict, tooBusy } from '../../guard/refusals.ts'
import { loadLabelFile } from './load-label-file.ts'
import { makeLabelFile } from './make-label-file.ts'

type Asked = Parameters<typeof loadLabelFile>[1]

/** Asks the making of a file to stop after the part it is at. Gives the job. */
export async function cancelLabelFile(ctx: VerbContext, asked: Asked): Promise<string> {
  return changeJob(ctx, asked, {
    action: 'labels.file_cancel',
    isIn: (job) => job.state === 'open',
    statements: ({ id }) => [askToCancel(ctx.db, { id, at: ctx.now(), by: actorText(ctx.actor) })],
  })
}

/** Lets the making of a file go on that was stopped or given up, where it stood. Gives the job. */
export async function resumeLabelFile(ctx: VerbContext, asked: Asked): Promise<string> {
  return changeJob(ctx, asked, {
    action: 'labels.file_resume',
    isIn: ({ state }) => state === 'failed' || state === 'cancelled',
    statements: ({ id }) => [
      guardStatement(ctx.db, jobRests(id)),
      reopenJob(ctx.db, { id, at: ctx.now() }),
    ],
  })
}

async function changeJob(
  ctx: VerbContext,
  asked: Asked,
  to: {
    readonly action: 'labels.file_cancel' | 'labels.file_resume'
    readonly isIn: (job: JobRow) => boolean
    readonly statements: (job: JobRow) => readonly Statement[]
  },
): Promise<string> {
  const { row, batch } = await loadLabelFile(ctx, asked)
  const job = await readJobOf(ctx.db, { subjectId: row.id, kinds: [makeLabelFile.name] })
  if (job === null || !to.isIn(job)) throw conflict(W.notSo)
  const { done, total } = job
  await change(ctx, {
    may: 'labels.issue',
    target: await targetOfBatch(ctx, { batch, to: 'labels.issue' }),
    statements: to.statements(job),
    audit: { action: to.action, entity: 'label_run', entityId: row.runId, before: { done, total } },
    otherwise: tooBusy,
  })
  return job.id
}
