import {
  annulBatches,
  areUntouched,
  type ImportedBatch,
  readBatchesBack,
} from '../../../../db/queries/batch-undo.ts'
import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { noteUndo } from '../../../../db/queries/undo-imports.ts'
import { fill } from '../../../copy/fill.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import type { VerbContext } from '../../context.ts'
import { mayDo } from '../../guard/authorise.ts'
import { undoReportOf } from '../kept-report.ts'
import { withBatches } from './undo-report.ts'

/**
 * Annuls the next batches that a list declared. What labels were printed of, what went into others or
 * to buyers, and what somebody annulled stays. Refused where one is touched meanwhile.
 */
export async function takeBackBatches(
  ctx: VerbContext,
  given: { readonly run: ImportRunDetail; readonly limit: number },
): Promise<{ readonly statements: readonly Statement[]; readonly done: number }> {
  const { db } = ctx
  const { run, limit } = given
  const skip = run.rowsDone ?? 0
  const batches = await readBatchesBack(db, { importId: run.id, skip, limit })
  const kept = batches.flatMap((row) => keptText(ctx, row) ?? [])
  const ids = batches.flatMap((row) => (keptText(ctx, row) === null ? [row.id] : []))
  const before = undoReportOf(run)
  const undo = withBatches(before, { takenBack: ids.length, kept })
  const done = skip + batches.length
  return {
    done,
    statements: [
      guardStatement(db, areUntouched(ids)),
      annulBatches(db, { ids, at: ctx.now() }),
      noteUndo(db, { id: run.id, rowsDone: done, undo }),
      auditStatement(ctx, {
        action: 'import.undo',
        entity: 'import_run',
        entityId: run.id,
        after: { changes: batches.length, batchesTakenBack: ids },
        reason: before.reason,
      }),
    ],
  }
}

/** Why a batch stays, in Vietnamese; null where it does not. */
function keptText(ctx: VerbContext, batch: ImportedBatch): string | null {
  const { lot, ref, organisationId } = batch
  const isTheirs = mayDo(ctx.actor, 'imports.write', { organisationId, place: null })
  const rest = isTheirs ? restOf(batch) : UNDO_REPORT.batchOfOthers
  return rest === null ? null : fill(UNDO_REPORT.batchRests, { lot, ref, rest })
}

function restOf({ sealedAt, annulledAt, isUsed }: ImportedBatch): string | null {
  if (annulledAt !== null) return UNDO_REPORT.annulledSince
  if (sealedAt !== null) return UNDO_REPORT.sealed
  return isUsed ? UNDO_REPORT.used : null
}
