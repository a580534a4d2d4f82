import { compareDecimals, decimalOfNumber } from '../../lib/measure/decimal.ts'
import { cropKeyOf } from '../crops/crop-key.ts'
import type { RuleKind } from '../market-rules/kinds.ts'
import type { MarketRule } from '../market-rules/market-rule.ts'
import { ruleSubject, ruleText } from '../market-rules/rule-text.ts'
import { rulesOn } from '../market-rules/rules-on.ts'
import { subjectOf } from '../market-rules/subject-of.ts'
import type { SiteKind } from '../standing/types.ts'
import { type ApplicationKind, partsOf } from './kinds.ts'

/** What a market asks of a crop, as an application has to answer it. */
export type MarketAsk = Pick<MarketRule, 'id' | 'value' | 'source' | 'isDoubtful'> & {
  /** As the application writes it. */
  readonly crop: string
  readonly market: string
}

/** Kinds that concern a place before it has a code; limits and yields are held against goods later. */
const KINDS_OF: Readonly<Record<SiteKind, readonly RuleKind[]>> = {
  growing_area: ['minimum_area', 'pest', 'required_check', 'required_paper'],
  packing_house: ['treatment', 'packing_mark', 'required_check', 'required_paper'],
}

/** Kinds that are declared one by one; an area is measured. */
const DECLARED: ReadonlySet<RuleKind> = new Set<RuleKind>([
  ...(['pest', 'treatment', 'packing_mark', 'required_check', 'required_paper'] as const),
])

export type AskedOfMarkets = {
  readonly kind: ApplicationKind
  readonly slot: SiteKind
  readonly crops: readonly string[]
  readonly markets: readonly string[]
  /** The day whose rules count, `YYYY-MM-DD`. */
  readonly day: string
}

/** What the markets of an application ask of its crops on a day, in the order of markets and crops. */
export function marketAsks(
  rules: readonly MarketRule[],
  { kind, slot, crops, markets, day }: AskedOfMarkets,
): readonly MarketAsk[] {
  const declares = partsOf(kind, slot).includes('rules')
  const measures = declares || partsOf(kind, slot).includes('place')
  const kinds = KINDS_OF[slot].filter((each) => (DECLARED.has(each) ? declares : measures))
  return markets.flatMap((market) =>
    crops.flatMap((crop) =>
      rulesOn(rules, { crop, market, day })
        .filter(({ value }) => kinds.includes(value.kind))
        .map(({ id, value, source, isDoubtful }) => ({
          ...{ id, value, source, isDoubtful, crop, market },
        })),
    ),
  )
}

/** True for what the applicant says that it is known and kept. */
export function isDeclared({ value }: Pick<MarketAsk, 'value'>): boolean {
  return DECLARED.has(value.kind)
}

/** Something that is asked and not met: an area too small, or a rule that was not declared. */
export type MarketFault = { readonly ask: MarketAsk; readonly areaHa: number | null }

/** What is not met of what is asked. A fault of a doubtful rule is told and refuses nothing. */
export function marketFaults(
  asks: readonly MarketAsk[],
  given: {
    /** Ids of the rules that were declared. */
    readonly declared: ReadonlySet<string>
    /** Hectares of a crop, or of the whole place; null where nobody said. */
    readonly areaOf: (crop: string) => number | null
  },
): readonly MarketFault[] {
  return asks.flatMap((ask): MarketFault[] => {
    const { value, id, crop } = ask
    if (value.kind !== 'minimum_area') {
      return given.declared.has(id) ? [] : [{ ask, areaHa: null }]
    }
    const areaHa = given.areaOf(crop)
    const area = areaHa === null ? null : decimalOfNumber(areaHa)
    // A form without its area is not complete, and says so.
    if (area === null || compareDecimals(area, value.areaHa) >= 0) return []
    return [{ ask, areaHa }]
  })
}

/** A rule that says otherwise on a later day than it did when it was declared. */
export type AskDifference = {
  readonly change: 'added' | 'changed' | 'dropped'
  /** As it is today; as it was, where it was dropped. */
  readonly ask: MarketAsk
}

/** What is asked otherwise now than it was then, by market, crop and subject. */
export function askDifferences(
  then: readonly MarketAsk[],
  now: readonly MarketAsk[],
): readonly AskDifference[] {
  const [before, after] = [byKey(then), byKey(now)]
  const asked = [...after].flatMap(([key, ask]): AskDifference[] => {
    const known = before.get(key)
    if (known === undefined) return [{ change: 'added', ask }]
    return saidOf(known) === saidOf(ask) ? [] : [{ change: 'changed', ask }]
  })
  const dropped = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, ask]): AskDifference => ({ change: 'dropped', ask }))
  return [...asked, ...dropped]
}

function byKey(asks: readonly MarketAsk[]): ReadonlyMap<string, MarketAsk> {
  return new Map(asks.map((ask) => [keyOf(ask), ask]))
}

function keyOf({ market, crop, value }: MarketAsk): string {
  return [market, cropKeyOf(crop), value.kind, subjectOf(value)].join('\n')
}

/** What a rule says and how surely: the same words under another id are the same rule. */
function saidOf({ value, isDoubtful }: MarketAsk): string {
  return `${ruleSubject(value, 'vi').text}\n${ruleText(value, 'vi')}\n${isDoubtful}`
}
