import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import type { MarketRule } from '../market-rules/market-rule.ts'
import { ANY_MARKET } from '../market-rules/market-selector.ts'
import { type RulesAsked, rulesOfKind, rulesOn } from '../market-rules/rules-on.ts'

/**
 * Tonnes a hectare of a crop may give in a year, for a destination on a day, by the rule that counts
 * then (see `rulesOn`); without a destination, by what holds for all. Null where nobody has said, or
 * officers lifted it.
 */
export function yieldCeilingOn(
  rules: readonly MarketRule[],
  asked: Omit<RulesAsked, 'market'> & { readonly market: string | null },
): number | null {
  const counting = rulesOn(rules, { ...asked, market: asked.market ?? ANY_MARKET })
  const [rule] = rulesOfKind(counting, 'yield_ceiling')
  return rule === undefined ? null : numberOfDecimal(rule.value.tonnesPerHa)
}
