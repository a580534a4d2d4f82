import type { DetailSection } from '../../../../site/models/records.ts'
import { marketName } from '../../../copy/markets.ts'
import { RULE_KIND_HEADINGS } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { ruleSubject, ruleText } from '../../../domain/market-rules/rule-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { MarksOfMarket } from '../../../verbs/market-rules/packing-marks.ts'
import { rulePath } from '../market-rules/rule-path.ts'

/** What markets want on the packing beside the label, as a hint; nothing where they say nothing. */
export function marksSections(
  marks: readonly MarksOfMarket[],
  lang: Language,
): readonly DetailSection[] {
  if (marks.length === 0) return []
  return [
    {
      id: 'marks',
      title: RULE_KIND_HEADINGS.packing_mark[lang],
      table: {
        columns: [W.market, W.subject, W.value].map((name) => ({ name: name[lang] })),
        rows: marks.flatMap(({ market, marks: rules }) =>
          rules.map((rule) => [
            { text: marketName(market, lang) },
            { text: ruleSubject(rule.value, lang).text, href: rulePath(rule.id) },
            {
              text: ruleText(rule.value, lang),
              small: rule.isDoubtful ? W.doubtful[lang] : null,
            },
          ]),
        ),
        empty: '',
      },
    },
  ]
}
