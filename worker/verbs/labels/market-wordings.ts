import type { BatchDocument } from '../../domain/standing/batch-document.ts'
import { missingCharacters } from '../../lib/print/index.ts'
import type { Lookup } from '../context.ts'
import { packingMarks } from '../market-rules/packing-marks.ts'

/**
 * What the markets of a batch want written word for word, as far as the face of labels has the letters
 * and the rule is no doubtful one; everything else goes on the box, which the label desk says.
 */
export async function marketWordings(
  ctx: Lookup,
  { provenance }: Pick<BatchDocument, 'provenance'>,
): Promise<readonly string[]> {
  const { product, markets, packedOn } = provenance
  const asked = await packingMarks(ctx, { product: product.name, markets, day: packedOn })
  const wordings = asked.flatMap(({ marks }) =>
    marks.flatMap(({ value, isDoubtful }) =>
      value.wording === null || isDoubtful ? [] : [value.wording],
    ),
  )
  return [...new Set(wordings)].filter((text) => missingCharacters(text).length === 0)
}
