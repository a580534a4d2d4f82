import {
  annulBatches,
  areUntouched,
  type ImportedBatch,
  readBatchesBack,
} from '../../../../db/queries/batch-undo.ts'
import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import { fill } from '../../../copy/fill.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import type { VerbContext } from '../../context.ts'
import { mayDo } from '../../guard/authorise.ts'
import type { TakeBack } from './taken-back.ts'

/**
 * Annuls the next batches that a list declared. What labels were printed of, what went into others or
 * to buyers, and what somebody annulled stays. Refused where one is touched meanwhile.
 */
export const takeBackBatches: TakeBack = async (ctx, asked) => {
  const { db } = ctx
  const batches = await readBatchesBack(db, asked)
  const kept = batches.flatMap((row) => keptText(ctx, row) ?? [])
  const ids = batches.flatMap((row) => (keptText(ctx, row) === null ? [row.id] : []))
  return {
    looked: batches.length,
    statements: [guardStatement(db, areUntouched(ids)), annulBatches(db, { ids, at: ctx.now() })],
    counts: [['batchesTakenBack', ids.length]],
    kept,
    logged: { batchesTakenBack: ids },
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
