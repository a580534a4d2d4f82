import { askToCancel, type JobRow, readJobOf } from '../../../../db/queries/jobs.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { ownTarget } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { IMPORT_ROWS } from '../background/import-rows.ts'
import { loadImport } from '../load-import.ts'
import { findUpload } from './load-upload.ts'

/**
 * Asks an import to stop after the rows it is at: who handed it in may, and whoever sees it. What is
 * stored stays, and can be taken back or gone on with. Gives the job.
 */
export async function cancelImport(ctx: VerbContext, id: string): Promise<string> {
  const run = await loadImport(ctx, id)
  const job = await readJobOf(ctx.db, { subjectId: run.id, kinds: [IMPORT_ROWS.name] })
  return cancel(ctx, job, 'import_run')
}

/** Asks the reading of a list the caller handed in to stop. */
export async function cancelPreview(ctx: VerbContext, id: string): Promise<string> {
  await findUpload(ctx, id)
  const job = await readJobOf(ctx.db, { subjectId: id, kinds: [IMPORT_PREVIEW.name] })
  return cancel(ctx, job, 'upload')
}

async function cancel(
  ctx: VerbContext,
  job: JobRow | null,
  entity: 'import_run' | 'upload',
): Promise<string> {
  if (job?.state !== 'open') throw conflict(IMPORT_REFUSALS.ended)
  const { id, subjectId: entityId, done, total } = job
  await change(ctx, {
    may: 'imports.write',
    target: ownTarget(ctx),
    statements: [askToCancel(ctx.db, { id, at: ctx.now(), by: actorText(ctx.actor) })],
    audit: [{ action: 'import.cancel', entity, entityId, before: { done, total } }],
  })
  return id
}
