import { isMarket } from '../../lib/markets.ts'
import { cropKeyOf, isCropName, isGroup } from '../crops/crop-key.ts'
import type { SubstanceRule } from '../protection/types.ts'
import type { MarketRule } from './market-rule.ts'
import { rulesOn } from './rules-on.ts'

/** What a handbook page is made of, of any day; which of it holds is told for the day it is read. */
export type HandbookFacts = {
  readonly rules: readonly MarketRule[]
  readonly substances: readonly SubstanceRule[]
}

/** A page of the handbook as it stands on a day. */
export type Handbook = HandbookFacts & { readonly crop: string; readonly market: string }

/** Where a page of the handbook is, by what was typed; null for what is no crop or market. */
export function handbookPlace(
  crop: string,
  market: string,
): { readonly crop: string; readonly market: string } | null {
  const [key, code] = [cropKeyOf(crop), market.trim().toUpperCase()]
  return key === '' || isGroup(key) || !isMarket(code) ? null : { crop: key, market: code }
}

/** What holds on a day; null where the crop is not known and nobody wrote a rule of it. */
export function handbookOn(
  facts: HandbookFacts,
  { crop, market, day }: { readonly crop: string; readonly market: string; readonly day: string },
): Handbook | null {
  if (!isCropName(crop) && facts.rules.every((rule) => rule.crop !== crop)) return null
  const substances = facts.substances.filter(
    ({ fromOn, toOn }) => fromOn <= day && (toOn === null || day <= toOn),
  )
  return { crop, market, rules: rulesOn(facts.rules, { crop, market, day }), substances }
}
