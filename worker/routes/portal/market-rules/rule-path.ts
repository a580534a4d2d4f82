import { pathIn } from '../path-in.ts'
export const RULES_PATH = '/portal/market-rules'

/** The page of a rule in the portal. */
export const rulePath = pathIn(RULES_PATH)

/** What a market asks of a crop, as a list. */
export function rulesOfPath(scope: { readonly crop: string; readonly market: string }): string {
  return `${RULES_PATH}?${new URLSearchParams({ crop: scope.crop, market: scope.market })}`
}
