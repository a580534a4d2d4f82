import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { GOODS_QUESTIONS } from '../../copy/refusals/goods.ts'
import { judgeAmounts, toGrams } from '../../domain/lots/balance.ts'
import { invalidField } from '../guard/parse-input.ts'
import { needsConfirmation } from '../guard/refusals.ts'
import type { BatchFields } from './batch-input.ts'
import { kilogramsOf, MASS_TOLERANCE } from './mass-balance.ts'
import { type Told, tell } from './told.ts'

type Goods = Pick<BatchFields, 'quantity' | 'sources' | 'harvests' | 'purchases'>

/**
 * Holds what a batch weighs against all it says it is made of; one that names nothing is not judged.
 * Gives what was asked and confirmed.
 */
export function judgeGoods(given: {
  readonly fields: Goods
  readonly inputPerOutput: number | null
  readonly confirmed: readonly string[]
}): readonly Told[] {
  const { fields, inputPerOutput, confirmed } = given
  const { sources, harvests, purchases } = fields
  const goods = [...sources, ...harvests, ...purchases]
  const ownKg = kilogramsOf(fields.quantity)
  if (goods.length === 0 || ownKg === null) return []
  const inputKg = toGrams(goods.reduce((sum, { quantityKg }) => sum + quantityKg, 0))
  const judged = judgeAmounts({ ownKg, inputKg, inputPerOutput, tolerance: MASS_TOLERANCE })
  switch (judged.kind) {
    case 'fits':
      return []
    case 'impossible': {
      throw invalidField(
        'quantity',
        fillAll(BATCH_REFUSALS.heavier, { own: ownKg, sources: inputKg }),
      )
    }
    case 'yield_high': {
      const { expectedKg } = judged
      const told = tell({
        code: judged.kind,
        text: GOODS_QUESTIONS.yield_high,
        figures: {
          ...{ ownKg, inputKg, expectedKg: toGrams(expectedKg) },
          inputPerOutput: inputPerOutput ?? 1,
        },
      })
      if (!confirmed.includes(told.code)) throw needsConfirmation([told])
      return [told]
    }
  }
}
