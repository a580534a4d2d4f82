import { edgesOf } from '../../../db/queries/batch-choices.ts'
import {
  type BatchPurchaseRow,
  findHarvests,
  type HarvestRow,
  harvestsOf,
  purchasesOf,
} from '../../../db/queries/batch-goods.ts'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { toGrams } from '../../domain/lots/balance.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup } from '../context.ts'
import { harvestKgOf } from './harvest-kg.ts'
import { mostFrom } from './mass-balance.ts'

/** A harvest a batch is made of, as the diary stands now. */
export type HarvestOfBatch = {
  readonly row: HarvestRow
  /** What the batch says it took. */
  readonly quantityKg: number
  /** How much of that the diary still stands behind. */
  readonly standingKg: number
  /** How much of it nobody took yet. */
  readonly leftKg: number
  /** True where the diary says that it never was. */
  readonly isGone: boolean
}

/** All that a batch is made of. */
export type GoodsOfBatch = {
  readonly batches: Awaited<ReturnType<typeof edgesOf>>
  readonly harvests: readonly HarvestOfBatch[]
  readonly purchases: readonly BatchPurchaseRow[]
  /** What the batch says went in, in kilograms. */
  readonly inputKg: number
  /** The same, of harvests only what the diary still stands behind. */
  readonly standingKg: number
}

/** Reads what a batch is made of, following corrections of the diary. */
export async function goodsOfBatch(
  ctx: DatedLookup,
  batch: Pick<BatchRow, 'id' | 'organisationId' | 'packedOn'>,
): Promise<GoodsOfBatch> {
  const { db } = ctx
  const [batches, taken, purchases] = await Promise.all([
    edgesOf(db, { batchId: batch.id, way: 'sources' }),
    harvestsOf(db, batch.id),
    purchasesOf(db, batch.id),
  ])
  const harvests = await harvestsTaken(ctx, { batch, taken })
  const given = sumOf([...batches, ...purchases].map(({ quantityKg }) => quantityKg))
  return {
    ...{ batches, harvests, purchases },
    inputKg: toGrams(given + sumOf(harvests.map(({ quantityKg }) => quantityKg))),
    standingKg: toGrams(given + sumOf(harvests.map(({ standingKg }) => standingKg))),
  }
}

async function harvestsTaken(
  ctx: DatedLookup,
  given: {
    readonly batch: Pick<BatchRow, 'id' | 'organisationId' | 'packedOn'>
    readonly taken: Awaited<ReturnType<typeof harvestsOf>>
  },
): Promise<HarvestOfBatch[]> {
  const { batch, taken } = given
  if (taken.length === 0) return []
  const ids = taken.map(({ diaryEventId }) => diaryEventId)
  const { organisationId, id: into, packedOn } = batch
  const today = vietnamDateOf(ctx.now())
  const rows = await findHarvests(ctx.db, ids, { organisationId, today, into })
  const byId = new Map(rows.map((row) => [row.rootId, row]))
  return taken.flatMap(({ diaryEventId, quantityKg }) => {
    const row = byId.get(diaryEventId)
    if (row === undefined) return []
    const isAfter = packedOn !== null && row.occurredOn > packedOn
    const harvestedKg = isAfter ? 0 : (harvestKgOf(row) ?? 0)
    const isCovered = row.takenKg + quantityKg <= mostFrom(harvestedKg)
    const restKg = Math.max(0, harvestedKg - row.takenKg)
    const taken = {
      ...{ row, quantityKg },
      standingKg: isCovered ? quantityKg : Math.min(quantityKg, restKg),
      leftKg: toGrams(Math.max(0, restKg - quantityKg)),
      isGone: row.retracts || row.kind !== 'harvest',
    }
    return [taken]
  })
}

function sumOf(kilograms: readonly number[]): number {
  return kilograms.reduce((sum, kg) => sum + kg, 0)
}
