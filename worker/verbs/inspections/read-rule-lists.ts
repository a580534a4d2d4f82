import { readMarketRules } from '../../../db/queries/market-rules.ts'
import { readSubstanceRules } from '../../../db/queries/protection.ts'
import type { RuleLists } from '../../domain/inspections/rules/rule-lists.ts'
import { ruleListsOf } from '../../domain/inspections/rules/rule-lists-of.ts'
import { isMarket, marketsCountingFor } from '../../lib/markets.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup } from '../context.ts'

type Watched = {
  readonly id: string
  readonly crops: readonly string[]
  /** Of its codes. */
  readonly markets: readonly string[]
  /** Of an application that is open, a market a line. */
  readonly askedMarkets: string
}

/**
 * What the markets of places ask of their crops today, for questions that take rules: each set of lists
 * once, and which is whose. Two reads, however many places.
 */
export async function readRuleLists(
  { db, now }: DatedLookup,
  places: readonly Watched[],
): Promise<{
  readonly rules: readonly RuleLists[]
  readonly rulesAt: ReadonlyMap<string, number>
}> {
  const asked = places.map(({ id, crops, markets, askedMarkets }) => ({
    ...{ id, crops: [...new Set(crops)].sort() },
    markets: [...new Set([...markets, ...askedMarkets.split('\n').filter(isMarket)])].sort(),
  }))
  const markets = [...new Set(asked.flatMap((each) => each.markets))]
  const crops = [...new Set(asked.flatMap((each) => each.crops))]
  const [rules, substances] = await Promise.all([
    readMarketRules(db, { crops, markets }),
    readSubstanceRules(db, [...new Set(markets.flatMap(marketsCountingFor))]),
  ])
  const day = vietnamDateOf(now())
  const known = new Map<string, number>()
  const lists: RuleLists[] = []
  const rulesAt = new Map<string, number>()
  for (const { id, ...about } of asked) {
    const key = JSON.stringify(about)
    const at = known.get(key) ?? lists.length
    if (!known.has(key)) {
      known.set(key, at)
      lists.push(ruleListsOf({ rules, substances }, { ...about, day }))
    }
    rulesAt.set(id, at)
  }
  return { rules: lists, rulesAt }
}
