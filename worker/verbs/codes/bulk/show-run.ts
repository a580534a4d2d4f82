import { type RunDecision, readRunDecisions } from '../../../../db/queries/bulk-decisions.ts'
import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import { BULK_COPY } from '../../../copy/portal/bulk.ts'
import type { VerbContext } from '../../context.ts'
import { requireAny } from '../../guard/authorise.ts'
import { notFound } from '../../guard/refusals.ts'
import { loadImport } from '../../imports/load-import.ts'
import { BULK_KIND } from './bulk-list.ts'

export const DECISIONS_SHOWN = 500

/** A run of decisions that was recorded; throws `not_found` for what is none of the actor's. */
export async function showRun(
  ctx: VerbContext,
  id: string,
): Promise<{ readonly run: ImportRunDetail; readonly decisions: readonly RunDecision[] }> {
  requireAny(ctx, 'codes.decide')
  const run = await loadImport(ctx, id)
  if (run.kind !== BULK_KIND) throw notFound(BULK_COPY.gone)
  return {
    run,
    decisions: await readRunDecisions(ctx.db, { importId: id, limit: DECISIONS_SHOWN }),
  }
}
