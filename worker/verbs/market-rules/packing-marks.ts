import { readMarketRules } from '../../../db/queries/market-rules.ts'
import { cropKeyOf, isCropName } from '../../domain/crops/crop-key.ts'
import type { MarketRule, RuleValueOf } from '../../domain/market-rules/market-rule.ts'
import { rulesOfKind, rulesOn } from '../../domain/market-rules/rules-on.ts'
import type { Lookup } from '../context.ts'

export type MarksOfMarket = {
  readonly market: string
  readonly marks: readonly MarketRule<RuleValueOf<'packing_mark'>>[]
}

/**
 * What the markets of goods want marked on their packing, by the crop that their name begins with;
 * nothing where the name says no crop. One read, whatever the markets.
 */
export async function packingMarks(
  { db }: Lookup,
  goods: {
    readonly product: string
    readonly markets: readonly string[]
    readonly day: string
  },
): Promise<readonly MarksOfMarket[]> {
  const { product, markets, day } = goods
  const crop = cropKeyOf(product)
  if (!isCropName(crop) || markets.length === 0) return []
  const rules = await readMarketRules(db, { crops: [crop], markets })
  return markets.flatMap((market) => {
    const marks = rulesOfKind(rulesOn(rules, { crop, market, day }), 'packing_mark')
    return marks.length === 0 ? [] : [{ market, marks }]
  })
}
