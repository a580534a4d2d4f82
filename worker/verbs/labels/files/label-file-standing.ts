import { type JobRow, readJobOf } from '../../../../db/queries/jobs.ts'
import { type LabelFileRow, listLabelFiles } from '../../../../db/queries/label-files.ts'
import type { VerbContext } from '../../context.ts'
import { Problem } from '../../errors.ts'
import { makeLabelFile, openedFile } from './make-label-file.ts'
import { isAsKept } from './open-label-file.ts'

/** How a file stands: at work, to be taken, overtaken by what has changed, or at rest with its job. */
export type FileStanding =
  | { readonly kind: 'working'; readonly job: JobRow }
  | { readonly kind: 'ready' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'stopped'; readonly job: JobRow | null }

/** How a file of a run that the actor has opened stands. */
export async function standingOfFile(ctx: VerbContext, row: LabelFileRow): Promise<FileStanding> {
  if (row.finishedAt !== null) {
    const isSame = await opensTheSame(ctx, row)
    return { kind: isSame ? 'ready' : 'overtaken' }
  }
  return standingOfWork(ctx, row)
}

async function standingOfWork(ctx: VerbContext, row: LabelFileRow): Promise<FileStanding> {
  const job = await readJobOf(ctx.db, { subjectId: row.id, kinds: [makeLabelFile.name] })
  return job?.state === 'open' ? { kind: 'working', job } : { kind: 'stopped', job }
}

/** Files of a run with their work, the newest first; whether one is overtaken its own page says. */
export async function filesOfRun(ctx: VerbContext, runId: string) {
  const rows = await listLabelFiles(ctx.db, runId)
  const standingOf = async (row: LabelFileRow): Promise<FileStanding> =>
    row.finishedAt === null ? standingOfWork(ctx, row) : { kind: 'ready' }
  return Promise.all(rows.map(async (row) => ({ row, standing: await standingOf(row) })))
}

/** False too where nothing of the run may be printed any more. */
async function opensTheSame(ctx: VerbContext, row: LabelFileRow): Promise<boolean> {
  try {
    return await isAsKept(row, await openedFile(ctx, row))
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return false
    throw error
  }
}
