import { DOMESTIC, isMarket, marketsCountingFor } from '../../lib/markets.ts'

/** What a rule is for: a market, every market abroad, or every market. */
export type MarketSelector = string

export const ANY_EXPORT: MarketSelector = '@export'
export const ANY_MARKET: MarketSelector = '@any'

/** Whose rules count for a destination, its own first; a member state of the union has the union's too. */
export function marketSelectorsFor(market: string): readonly MarketSelector[] {
  if (market === ANY_MARKET) return [ANY_MARKET]
  if (market === ANY_EXPORT) return [ANY_EXPORT, ANY_MARKET]
  const abroad = market === DOMESTIC ? [] : [ANY_EXPORT]
  return [...marketsCountingFor(market), ...abroad, ANY_MARKET]
}

export function isMarketSelector(text: string): boolean {
  return text === ANY_EXPORT || text === ANY_MARKET || isMarket(text)
}
