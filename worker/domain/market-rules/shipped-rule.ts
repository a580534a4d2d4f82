import { RULE_LIBRARY } from './library.ts'
import type { MarketRule } from './market-rule.ts'

/** A shipped rule by its id; null for one that officers wrote, or none. */
export function shippedRule(id: string): MarketRule | null {
  return RULE_LIBRARY.find((rule) => rule.id === id) ?? null
}
