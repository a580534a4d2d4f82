import {
  listRuleScopes,
  type RuleScope,
  readMarketRules,
} from '../../../db/queries/market-rules.ts'
import { readSubstanceRules } from '../../../db/queries/protection.ts'
import { isGroup } from '../../domain/crops/crop-key.ts'
import {
  type Handbook,
  type HandbookFacts,
  handbookOn,
} from '../../domain/market-rules/handbook.ts'
import { isMarket, marketsCountingFor } from '../../lib/markets.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { scopesWithShipped } from '../market-rules/list-rules.ts'

/** What a market asks of a crop today, for everybody; null where the crop is not known. */
export async function publicHandbook(
  deps: PublicReadDeps,
  asked: { readonly crop: string; readonly market: string },
): Promise<Fresh<Handbook> | null> {
  const { crop, market } = asked
  const {
    value: facts,
    readAt,
    stale,
  } = await readFresh<HandbookFacts>(deps, {
    key: `handbook-1:${crop}:${market}`,
    load: async () => {
      const [rules, substances] = await Promise.all([
        readMarketRules(deps.db(), { crops: [crop], markets: [market] }),
        readSubstanceRules(deps.db(), marketsCountingFor(market)),
      ])
      return { rules, substances }
    },
  })
  const value = handbookOn(facts, { crop, market, day: vietnamDateOf(deps.now()) })
  return value === null ? null : { value, readAt, stale }
}

export type HandbookIndex = readonly {
  readonly crop: string
  readonly markets: readonly string[]
}[]

/** For which crops and markets there are rules of their own: the pages of the handbook. */
export async function publicHandbookIndex(deps: PublicReadDeps): Promise<Fresh<HandbookIndex>> {
  const { value, ...rest } = await readFresh<readonly RuleScope[]>(deps, {
    key: 'handbook-index-1',
    load: async () => scopesWithShipped(await listRuleScopes(deps.db())),
  })
  const shown = value.filter(({ crop, market }) => !isGroup(crop) && isMarket(market))
  const byCrop = [...Map.groupBy(shown, ({ crop }) => crop)]
  const marketsOf = (scopes: readonly RuleScope[]) => scopes.map(({ market }) => market)
  return { value: byCrop.map(([crop, of]) => ({ crop, markets: marketsOf(of) })), ...rest }
}
