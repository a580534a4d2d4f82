export const RULES_PATH = '/portal/market-rules'

/** The page of a rule in the portal. */
export function rulePath(id: string): `/portal/${string}` {
  return `${RULES_PATH}/${encodeURIComponent(id)}`
}

/** What a market asks of a crop, as a list. */
export function rulesOfPath(scope: { readonly crop: string; readonly market: string }): string {
  return `${RULES_PATH}?${new URLSearchParams({ crop: scope.crop, market: scope.market })}`
}
