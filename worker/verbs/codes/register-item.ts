import type { RegisterEntry } from '../../../db/queries/register-entries.ts'
import type { PublicCodeSummary, PublicMarket } from '../../domain/codes/public-code.ts'
import { pickFacts } from '../../domain/sites/pick-facts.ts'
import { PUBLISHED_FACTS } from '../../domain/sites/site-facts.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'

/** An entry of the register as it is listed on a day, Asia/Ho_Chi_Minh. */
export function registerItem(entry: RegisterEntry, today: string): PublicCodeSummary {
  return {
    code: entry.code,
    kind: entry.kind,
    scheme: entry.scheme,
    holder: entry.holder,
    name: entry.name,
    commune: entry.commune,
    province: entry.province,
    crops: entry.crops,
    ...pickFacts(PUBLISHED_FACTS, entry),
    legacyCode: entry.legacyCode,
    markets: marketsOn(entry, today),
  }
}

/** The markets it was asked for and those it has a decision for, each with its status on a day. */
export function marketsOn(entry: RegisterEntry, today: string): PublicMarket[] {
  const terms = new Map(entry.markets)
  const deciding = new Map<string, readonly [string, string, string]>()
  // Decisions come in the order in which they count, so the last one of a day or before it decides.
  for (const decision of entry.decisions) {
    const [market, , effectiveOn] = decision
    if (!terms.has(market)) terms.set(market, null)
    if (effectiveOn <= today) deciding.set(market, decision)
  }
  return [...terms.keys()].sort().map((market) => {
    const decision = deciding.get(market)
    return {
      market,
      statusToday: (decision?.[1] as CodeStatus | undefined) ?? 'none',
      since: decision?.[2] ?? null,
      validTo: terms.get(market) ?? null,
    }
  })
}
