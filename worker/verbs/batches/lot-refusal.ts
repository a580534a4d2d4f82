import { findHarvests } from '../../../db/queries/batch-goods.ts'
import { readGivenKg } from '../../../db/queries/batches.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { GOODS_REFUSALS } from '../../copy/refusals/goods.ts'
import { toGrams } from '../../domain/lots/balance.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import type { CheckedSource } from './check-fields.ts'
import type { CheckedHarvest } from './check-goods.ts'
import { harvestKgOf } from './harvest-kg.ts'
import { mostFrom } from './mass-balance.ts'

type Goods = {
  readonly sources: readonly CheckedSource[]
  readonly harvests: readonly CheckedHarvest[]
  readonly organisationId: string
  readonly batchId: string
}

/** Why the lot graph refused the sources: found again after the fact, for a message that helps. */
export async function lotRefusal(
  ctx: VerbContext,
  { sources, harvests, ...declaring }: Goods,
): Promise<Problem> {
  const { batchId } = declaring
  const spent = await spentHarvest(ctx, { harvests, ...declaring })
  if (spent !== null) return spent
  for (const { batch, quantityKg, batchKg } of sources) {
    const givenKg = await readGivenKg(ctx.db, { fromBatchId: batch.id, except: batchId })
    if (givenKg + quantityKg <= mostFrom(batchKg)) continue
    const leftKg = Math.max(0, Math.round((batchKg - givenKg) * 1000) / 1000)
    return conflict(BATCH_REFUSALS.sourceSpent, {
      ref: batch.ref,
      left: leftKg,
      quantity: quantityKg,
    })
  }
  if (sources.length === 0) return tooBusy()
  return conflict(BATCH_REFUSALS.sourcesDoNotHold)
}

/** The first harvest that has too little left, read again. */
async function spentHarvest(
  ctx: VerbContext,
  { harvests, organisationId, batchId }: Omit<Goods, 'sources'>,
): Promise<Problem | null> {
  const today = vietnamDateOf(ctx.now())
  const ids = harvests.map(({ row }) => row.rootId)
  const now =
    ids.length === 0
      ? []
      : await findHarvests(ctx.db, ids, { organisationId, today, into: batchId })
  for (const { row, quantityKg } of harvests) {
    const stands = now.find(({ rootId }) => rootId === row.rootId)
    const harvestedKg = stands === undefined ? 0 : (harvestKgOf(stands) ?? 0)
    const takenKg = stands?.takenKg ?? 0
    if (takenKg + quantityKg <= mostFrom(harvestedKg)) continue
    return conflict(GOODS_REFUSALS.harvestSpent, {
      ...{ on: inEach((lang) => formatOn(row.occurredOn, lang)), site: row.siteName },
      ...{ left: Math.max(0, toGrams(harvestedKg - takenKg)), quantity: quantityKg },
    })
  }
  return null
}
