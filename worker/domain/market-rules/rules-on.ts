import { cropKeyOf, selectorsFor } from '../crops/crop-key.ts'
import { RULE_KINDS, type RuleKind } from './kinds.ts'
import type { MarketRule, RuleValueOf } from './market-rule.ts'
import { marketSelectorsFor } from './market-selector.ts'
import { subjectOf } from './subject-of.ts'

export type RulesAsked = {
  /** As people write it; its variety does not matter. */
  readonly crop: string
  readonly market: string
  /** ISO calendar date. */
  readonly day: string
}

/**
 * What a market asks of a crop on a day: for each kind and subject the one rule that counts. The
 * market's own word goes before the union's, that before what holds for all exports; a word on the crop
 * before one on its group or on all crops; then the later day, and of one day what was written last. Where
 * the rule that counts is lifted, nothing is asked. In the order of kinds, then of subjects.
 */
export function rulesOn(rules: readonly MarketRule[], asked: RulesAsked): readonly MarketRule[] {
  const crops = selectorsFor(cropKeyOf(asked.crop))
  const markets = marketSelectorsFor(asked.market)
  const counting = new Map<string, MarketRule>()
  for (const rule of rules) {
    if (!crops.includes(rule.crop) || !markets.includes(rule.market)) continue
    if (!holdsOn(rule, asked.day)) continue
    const key = `${rule.value.kind}\n${subjectOf(rule.value)}`
    const other = counting.get(key)
    if (other === undefined || goesBefore(rule, other, { crops, markets })) counting.set(key, rule)
  }
  return [...counting]
    .filter(([, { isLifted }]) => !isLifted)
    .sort(([a, left], [b, right]) => {
      const order = placeOf(left.value.kind) - placeOf(right.value.kind)
      return order === 0 ? (a < b ? -1 : 1) : order
    })
    .map(([, rule]) => rule)
}

/** Those of one kind among what is asked. */
export function rulesOfKind<K extends RuleKind>(
  rules: readonly MarketRule[],
  kind: K,
): readonly MarketRule<RuleValueOf<K>>[] {
  return rules.filter((rule): rule is MarketRule<RuleValueOf<K>> => rule.value.kind === kind)
}

/** Both days count in full. */
export function holdsOn(
  { validFrom, validTo }: Pick<MarketRule, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

type Order = { readonly crops: readonly string[]; readonly markets: readonly string[] }

function goesBefore(rule: MarketRule, other: MarketRule, { crops, markets }: Order): boolean {
  const steps = [
    markets.indexOf(other.market) - markets.indexOf(rule.market),
    crops.indexOf(other.crop) - crops.indexOf(rule.crop),
    compareTexts(rule.validFrom ?? '', other.validFrom ?? ''),
    rule.recordedAt - other.recordedAt,
    compareTexts(rule.id, other.id),
  ]
  return (steps.find((step) => step !== 0) ?? 0) > 0
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function placeOf(kind: RuleKind): number {
  return RULE_KINDS.indexOf(kind)
}
