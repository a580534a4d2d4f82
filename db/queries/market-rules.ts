import { and, desc, isNull, sql } from 'drizzle-orm'
import { cropKeyOf, selectorsFor } from '../../worker/domain/crops/crop-key.ts'
import { RULE_LIBRARY } from '../../worker/domain/market-rules/library.ts'
import type { MarketRule } from '../../worker/domain/market-rules/market-rule.ts'
import { marketSelectorsFor } from '../../worker/domain/market-rules/market-selector.ts'
import { ruleOfRow } from '../../worker/domain/market-rules/rule-of-row.ts'
import { type RulesAsked, rulesOn } from '../../worker/domain/market-rules/rules-on.ts'
import type { Database } from '../client.ts'
import { marketRule } from '../schema/index.ts'
import { among } from './among.ts'

/** Rules of a few crops in a few markets over the years, at most. */
const MOST_RULES = 5_000

/** What a market asks of a crop on a day, by the shipped rules and the officers' own: see `rulesOn`. */
export async function marketRulesOn(
  db: Database,
  asked: RulesAsked,
): Promise<readonly MarketRule[]> {
  const rules = await readMarketRules(db, { crops: [asked.crop], markets: [asked.market] })
  return rulesOn(rules, asked)
}

/**
 * Every rule, of any day, that may count for any of these crops in any of these markets, in one read; to
 * be asked by `rulesOn` for each.
 */
export async function readMarketRules(
  db: Database,
  asked: { readonly crops: readonly string[]; readonly markets: readonly string[] },
): Promise<readonly MarketRule[]> {
  const crops = [...new Set(asked.crops.flatMap((crop) => selectorsFor(cropKeyOf(crop))))]
  const markets = [...new Set(asked.markets.flatMap(marketSelectorsFor))]
  const rows = await db
    .select()
    .from(marketRule)
    .where(
      and(
        sql`${marketRule.crop} IN ${among(crops)}`,
        sql`${marketRule.market} IN ${among(markets)}`,
        isNull(marketRule.replacedBy),
      ),
    )
    .orderBy(desc(marketRule.validFrom))
    .limit(MOST_RULES)
  const shipped = RULE_LIBRARY.filter(
    ({ crop, market }) => crops.includes(crop) && markets.includes(market),
  )
  return [...shipped, ...rows.map(ruleOfRow)]
}
