import { ALL_CROPS, type CropSelector, cropKeyOf, isCropName } from '../crops/crop-key.ts'

/**
 * Whose rules a batch is checked by: the crop its product's name begins with, else the only one of its
 * growing areas, so that no name leads past a check. Where neither says, what holds for all crops.
 */
export function cropOfBatch(batch: {
  readonly productName: string
  readonly areaCrops: readonly string[]
}): CropSelector {
  const named = cropKeyOf(batch.productName)
  if (isCropName(named)) return named
  const [only, ...others] = new Set(batch.areaCrops.map(cropKeyOf))
  return only !== undefined && others.length === 0 ? only : ALL_CROPS
}
