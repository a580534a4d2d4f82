import { readBatch } from '../../../db/queries/batches.ts'
import { readMarketRules } from '../../../db/queries/market-rules.ts'
import { readProduct } from '../../../db/queries/products.ts'
import { cropKeyOf, isCropName } from '../../domain/crops/crop-key.ts'
import { judgeResidues, type MarketVerdict } from '../../domain/residues/judge-residues.ts'
import { readMeasurement } from '../../domain/residues/read-measurement.ts'
import type { Lookup } from '../context.ts'
import type { OpenedCertification } from './open-certification.ts'

/**
 * What the test of a batch means for each of its markets, by the rules of the day it was sampled, else
 * packed. Nothing where the result is no figure, or the product's name says no crop.
 */
export async function judgeTest(
  { db }: Lookup,
  { row }: Pick<OpenedCertification, 'row'>,
): Promise<readonly MarketVerdict[]> {
  const { batchId, analyte, result, unit, sampledOn } = row
  if (batchId === null || analyte === null || result === null) return []
  const reading = readMeasurement(result, unit)
  const batch = await readBatch(db, batchId)
  const product = batch === null ? null : await readProduct(db, batch.productId)
  const crop = product === null ? '' : cropKeyOf(product.name)
  const day = sampledOn ?? batch?.packedOn ?? null
  if (!reading.ok || batch === null || day === null || !isCropName(crop)) return []
  const { markets } = batch
  const rules = await readMarketRules(db, { crops: [crop], markets })
  return judgeResidues({
    results: [{ analyte, ...reading.measurement }],
    ...{ rules, crop, markets, day },
  })
}
