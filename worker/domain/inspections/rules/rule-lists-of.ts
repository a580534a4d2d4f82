import { inEach } from '../../../copy/in-each.ts'
import { RULE_LIST_COPY as W } from '../../../copy/inspection-rules.ts'
import { marketName } from '../../../copy/markets.ts'
import { marketsCountingFor } from '../../../lib/markets.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import type { RuleKind } from '../../market-rules/kinds.ts'
import type { MarketRule } from '../../market-rules/market-rule.ts'
import { ruleSubject, ruleText } from '../../market-rules/rule-text.ts'
import { holdsOn, rulesOn } from '../../market-rules/rules-on.ts'
import type { SubstanceRule } from '../../protection/types.ts'
import {
  type ListedRule,
  RULE_LIST_BOUNDS,
  RULE_LISTS,
  type RuleList,
  type RuleLists,
} from './rule-lists.ts'

const LIST_OF: Partial<Record<RuleKind, RuleList>> = {
  pest: 'pests',
  required_check: 'checks',
  required_paper: 'papers',
  treatment: 'treatments',
  residue_limit: 'limits',
}

type Asked = {
  readonly crops: readonly string[]
  readonly markets: readonly string[]
  /** The day the inspection is prepared on. */
  readonly day: string
}

/** What the markets of a place ask of its crops on a day, by the lists that forms may take. */
export function ruleListsOf(
  facts: { readonly rules: readonly MarketRule[]; readonly substances: readonly SubstanceRule[] },
  { crops, markets, day }: Asked,
): RuleLists {
  const found = new Map<RuleList, Map<string, Named>>()
  const put = (list: RuleList, named: Named) => {
    const known = found.get(list) ?? new Map<string, Named>()
    found.set(list, known)
    const before = known.get(named.name)
    // One rule of several markets is one entry.
    const all = [...new Set([...(before?.markets ?? []), ...named.markets])]
    known.set(named.name, { ...named, markets: all })
  }
  for (const market of markets) {
    for (const crop of crops) {
      for (const rule of rulesOn(facts.rules, { crop, market, day })) {
        const list = LIST_OF[rule.value.kind]
        if (list !== undefined) put(list, { ...ofRule(rule), markets: [market] })
      }
    }
    for (const substance of facts.substances) {
      const { fromOn: validFrom, toOn: validTo } = substance
      const counts = marketsCountingFor(market).includes(substance.market)
      if (!counts || !holdsOn({ validFrom, validTo }, day)) continue
      put('banned', { ...ofSubstance(substance), markets: [market] })
    }
  }
  return Object.fromEntries(
    RULE_LISTS.flatMap((list) => {
      const entries = [...(found.get(list)?.values() ?? [])]
      return entries.length === 0
        ? []
        : [[list, entries.slice(0, RULE_LIST_BOUNDS.entries).map(listed)]]
    }),
  )
}

type Named = {
  readonly name: string
  readonly text: LocalText
  readonly markets: readonly string[]
}

function ofRule({ id, value, isDoubtful }: MarketRule): Omit<Named, 'markets'> {
  const text = inEach((lang) => {
    const said = ruleText(value, lang)
    const parts = [ruleSubject(value, lang).text, ...(said === '' ? [] : [said])]
    return [...parts, ...(isDoubtful ? [W.doubtful[lang]] : [])].join(', ')
  })
  return { name: nameOf('r', id), text }
}

function ofSubstance({ substance, effect, limitNote }: SubstanceRule): Omit<Named, 'markets'> {
  const text = inEach((lang) =>
    [substance, W[effect][lang], ...(limitNote === null ? [] : [limitNote])].join(', '),
  )
  return { name: nameOf('s', foldVietnamese(substance)), text }
}

const LONGEST_NAME = 50

/** A name that a choice may have; what makes it known is the id. */
function nameOf(sign: string, id: string): string {
  return `${sign}.${id.replace(/[^A-Za-z0-9_.-]/g, '_')}`.slice(0, LONGEST_NAME)
}

function listed({ name, text, markets }: Named): ListedRule {
  const label = inEach((lang) => {
    const whose = markets.map((market) => marketName(market, lang)).join(', ')
    return `${text[lang]} (${whose})`.slice(0, RULE_LIST_BOUNDS.label).toWellFormed()
  })
  return { name, label }
}
