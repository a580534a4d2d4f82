import * as z from 'zod'
import { countImportedBatches } from '../../../../db/queries/batch-undo.ts'
import { countImportedEntries } from '../../../../db/queries/diary-undo.ts'
import { countChanges } from '../../../../db/queries/import-changes.ts'
import { type ImportRunDetail, importStandsAt } from '../../../../db/queries/import-runs.ts'
import { noOpenJob, readJobOf } from '../../../../db/queries/jobs.ts'
import { countImportedProducts } from '../../../../db/queries/protection.ts'
import { beginUndo } from '../../../../db/queries/undo-imports.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { Call, VerbContext } from '../../context.ts'
import { boundsOf, ownTarget } from '../../guard/authorise.ts'
import { lineField } from '../../guard/fields.ts'
import { parseInput } from '../../guard/parse-input.ts'
import { conflict, tooBusy } from '../../guard/refusals.ts'
import { IMPORT_ROWS } from '../background/import-rows.ts'
import { IMPORT_UNDO } from '../background/import-undo.ts'
import { letGoOn } from '../background/let-go-on.ts'
import { isHeardOf } from '../import-standing.ts'
import { loadImport } from '../load-import.ts'
import { requireWholeImport } from './require-whole-import.ts'
import { newUndoReport } from './undo-report.ts'

export const undoInput = z.object({ importId: z.string().min(1), reason: lineField(500) })

export type UndoInput = z.input<typeof undoInput>

/**
 * Begins to take a whole import back, done or left half done: from here on nobody else writes under
 * it, and a job does the rest. Throws `conflict` while it is being read in, where it wrote nothing
 * that is on record, and where it was taken back already.
 */
export async function beginUndoImport({
  ctx,
  input,
}: Call<UndoInput>): Promise<{ readonly jobId: string; readonly changes: number }> {
  boundsOf(ctx, 'imports.write')
  const { importId, reason } = parseInput(undoInput, input)
  const run = await loadImport(ctx, importId)
  await requireWholeImport(ctx, run)
  if (run.state === 'undoing') {
    return { jobId: await letGoOn(ctx, run, IMPORT_UNDO), changes: run.rowsTotal ?? 0 }
  }
  const changes = await (COUNTS[run.kind] ?? countChanges)(ctx.db, importId)
  await checkCanBegin(ctx, run, changes)
  const state = run.state ?? 'done'
  const stands = importStandsAt({ id: importId, state, rowsDone: run.rowsDone ?? 0 })
  const job = openJob(ctx, { kind: IMPORT_UNDO, subjectId: importId, input: {}, total: changes })
  const rests = noOpenJob({ subjectId: importId, kinds: [IMPORT_ROWS.name] })
  await change(ctx, {
    may: 'imports.write',
    target: ownTarget(ctx),
    guards: [stands, rests].map((holds) => ({ holds, refusal: tooBusy })),
    statements: [
      beginUndo(ctx.db, { id: importId, total: changes, undo: newUndoReport(reason) }),
      job.statement,
    ],
    audit: {
      action: 'import.undo',
      entityId: importId,
      before: { state },
      after: { state: 'undoing', changes },
      reason,
    },
  })
  return { jobId: job.id, changes }
}

/** What a kind of list wrote, where that stands with its rows. */
const COUNTS: Readonly<Record<string, typeof countChanges>> = {
  diary: countImportedEntries,
  batches: countImportedBatches,
  protection: countImportedProducts,
}

async function checkCanBegin(
  ctx: VerbContext,
  run: ImportRunDetail,
  changes: number,
): Promise<void> {
  switch (run.state) {
    case 'running': {
      const job = await readJobOf(ctx.db, { subjectId: run.id, kinds: [IMPORT_ROWS.name] })
      if (job?.state === 'open' || isHeardOf(run, ctx.now())) throw unfinished()
      break
    }
    case 'undone':
      throw conflict(IMPORT_REFUSALS.alreadyUndone)
    case 'undoing':
    case 'failed':
    case 'cancelled':
    case 'done':
    case null:
      break
  }
  if (changes > 0) return
  throw conflict(IMPORT_REFUSALS.nothingRecorded)
}

function unfinished() {
  return conflict(IMPORT_REFUSALS.unfinished)
}
