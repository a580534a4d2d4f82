import { edgesOf } from '../../../db/queries/batch-choices.ts'
import { readBatchLinks } from '../../../db/queries/batches.ts'
import { listStandingExceptions } from '../../../db/queries/exceptions.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { readProduct } from '../../../db/queries/products.ts'
import { listSales } from '../../../db/queries/recall-cases.ts'
import { listRuns } from '../../../db/queries/runs.ts'
import { toGrams } from '../../domain/lots/balance.ts'
import type { DatedReading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { goodsOfBatch } from './goods-of-batch.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'
import { kilogramsOf } from './mass-balance.ts'

export type SaleOfBatch = Awaited<ReturnType<typeof listSales>>[number]

/** A batch with all that hangs on it, for those who may read it: two round trips. */
export async function showBatch(ctx: DatedReading, ref: string) {
  const { db } = ctx
  const batch = await loadBatch(ctx, ref, readingPermission(ctx))
  const [target, product, owner, { codes }, goods, outputs, runs, exceptions, sales] =
    await Promise.all([
      targetOfBatch(ctx, { batch, to: 'recalls.write' }),
      readProduct(db, batch.productId),
      readOrganisation(db, batch.organisationId),
      readBatchLinks(db, batch.id),
      goodsOfBatch(ctx, batch),
      edgesOf(db, { batchId: batch.id, way: 'outputs' }),
      listRuns(db, batch.id),
      listStandingExceptions(db, batch.id),
      listSales(db, [batch.id]),
    ])
  if (product === null || owner === null) throw new Error('a batch without product or organisation')
  const kg = kilogramsOf({ value: batch.quantityValue, unit: batch.quantityUnit })
  const givenKg = toGrams(outputs.reduce((sum, { quantityKg }) => sum + quantityKg, 0))
  const soldKg = toGrams(sales.reduce((sum, { sale }) => sum + sale.quantityKg, 0))
  return {
    ...{ batch, product, owner, codes, goods, outputs, runs, sales, place: target.place },
    /** What it weighs, what went into others and to buyers, in kilograms. */
    ...{ ownKg: kg, givenKg, soldKg },
    /** What is left of it in kilograms; null where it is not told by mass. */
    leftKg: kg === null ? null : toGrams(Math.max(0, kg - givenKg - soldKg)),
    recall: exceptions.find(({ kind, runId }) => kind === 'recalled' && runId === null) ?? null,
  }
}
