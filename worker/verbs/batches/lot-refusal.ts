import { readGivenKg } from '../../../db/queries/batches.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import type { CheckedSource } from './check-fields.ts'
import { mostFrom } from './mass-balance.ts'

/** Why the lot graph refused the sources: found again after the fact, for a message that helps. */
export async function lotRefusal(
  ctx: VerbContext,
  { sources, batchId }: { sources: readonly CheckedSource[]; batchId: string },
): Promise<Problem> {
  for (const { batch, quantityKg, batchKg } of sources) {
    const givenKg = await readGivenKg(ctx.db, { fromBatchId: batch.id, except: batchId })
    if (givenKg + quantityKg <= mostFrom(batchKg)) continue
    const leftKg = Math.max(0, Math.round((batchKg - givenKg) * 1000) / 1000)
    return conflict(
      fillAll(BATCH_REFUSALS.sourceSpent, { ref: batch.ref, left: leftKg, quantity: quantityKg }),
    )
  }
  if (sources.length === 0) return tooBusy()
  return conflict(BATCH_REFUSALS.sourcesDoNotHold)
}
