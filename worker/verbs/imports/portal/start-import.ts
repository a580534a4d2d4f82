import { isUniqueViolation } from '../../../../db/errors.ts'
import { markUploadUsed } from '../../../../db/queries/bulk-decisions.ts'
import {
  insertImportRun,
  restartImportRun,
  setImportState,
} from '../../../../db/queries/import-runs.ts'
import { noOpenJob } from '../../../../db/queries/jobs.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { ownTarget } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { IMPORT_ROWS } from '../background/import-rows.ts'
import { IMPORT_UNDO } from '../background/import-undo.ts'
import { letGoOn } from '../background/let-go-on.ts'
import { loadStanding } from '../import-standing.ts'
import { loadImport } from '../load-import.ts'
import { ownOrganisation } from '../own-lists.ts'
import { findUpload } from './load-upload.ts'
import { showUpload } from './show-upload.ts'

/**
 * Confirms a list that was handed in and looked at: its import is opened under the same id, with the
 * job that reads its rows in, once however often it is confirmed. Gives the job, null where another
 * confirmation has opened it already. Throws `conflict` before the list was read.
 */
export async function startImport(ctx: VerbContext, id: string): Promise<string | null> {
  const { upload, kind, preview } = await showUpload(ctx, id)
  if (upload.usedAt !== null) return null
  if (preview === null || !preview.ok) throw notRead()
  const { fileName, sha256 } = upload
  const { rows } = preview.counts
  const job = openJob(ctx, { kind: IMPORT_ROWS, subjectId: id, input: {}, total: rows })
  try {
    await change(ctx, {
      may: 'imports.write',
      target: ownTarget(ctx),
      // Meanwhile it may have been asked to be read otherwise.
      guards: [
        {
          holds: noOpenJob({ subjectId: id, kinds: [IMPORT_PREVIEW.name] }),
          refusal: notRead,
        },
      ],
      statements: [
        insertImportRun(ctx.db, {
          ...{ id, kind, fileName, sha256, importedOn: vietnamDateOf(ctx.now()) },
          ...{ createdAt: ctx.now(), actor: actorText(ctx.actor), state: 'running' },
          organisationId: ownOrganisation(ctx),
          ...{ rowsDone: 0, rowsTotal: rows },
          counts: { rows, added: 0, changed: 0, unchanged: 0, refused: 0 },
        }),
        job.statement,
        markUploadUsed(ctx.db, { id, at: ctx.now() }),
      ],
      audit: [
        {
          action: `${kind}.import`,
          entity: 'import_run',
          entityId: id,
          after: { fileName, sha256, rows, state: 'running' },
        },
      ],
    })
    return job.id
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/**
 * Lets an import, or the taking back of one, go on that was given up, cancelled or cut off before
 * there were jobs; gives the job. Throws `conflict` where nothing rests.
 */
export async function resumeImport(ctx: VerbContext, id: string): Promise<string> {
  const run = await loadImport(ctx, id)
  const { kind } = await loadStanding(ctx, run)
  if (kind !== 'stopped') throw conflict(IMPORT_REFUSALS.nothingToGoOn)
  if (run.state === 'undoing') return letGoOn(ctx, run, IMPORT_UNDO)
  // Only who handed it in has the list.
  await findUpload(ctx, id)
  return letGoOn(ctx, run, IMPORT_ROWS, {
    statements: (isAnew) => [
      isAnew
        ? restartImportRun(ctx.db, id)
        : setImportState(ctx.db, { id, from: run.state ?? 'failed', to: 'running' }),
    ],
  })
}

function notRead() {
  return conflict(IMPORT_REFUSALS.notRead)
}
