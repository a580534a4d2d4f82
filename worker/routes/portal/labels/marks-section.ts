import type { DetailSection } from '../../../../site/models/records.ts'
import { marketName } from '../../../copy/markets.ts'
import { RULE_KIND_HEADINGS } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { type MarkedCodes, markText } from '../../../domain/market-rules/mark-text.ts'
import { ruleSubject, ruleText } from '../../../domain/market-rules/rule-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { MarksOfMarket } from '../../../verbs/market-rules/packing-marks.ts'
import { rulePath } from '../market-rules/rule-path.ts'

/**
 * What markets want on the packing, as it is to be written, and whether the label of the chosen size
 * carries it or the box must; nothing where they say nothing.
 */
export function marksSections(
  marks: readonly MarksOfMarket[],
  shown: {
    readonly lang: Language
    readonly codes: MarkedCodes
    /** All that the label says; empty while no label fits. */
    readonly printed: string
  },
): readonly DetailSection[] {
  const { lang, codes, printed } = shown
  if (marks.length === 0) return []
  const columns = [W.market, W.subject, W.value, W.where]
  return [
    {
      id: 'marks',
      title: RULE_KIND_HEADINGS.packing_mark[lang],
      text: W.marksText[lang],
      table: {
        columns: columns.map((name) => ({ name: name[lang] })),
        rows: marks.flatMap(({ market, marks: rules }) =>
          rules.map((rule) => {
            const text = markText(rule, codes)
            const isPrinted = text !== null && printed.includes(text)
            return [
              { text: marketName(market, lang) },
              { text: ruleSubject(rule.value, lang).text, href: rulePath(rule.id) },
              {
                text: ruleText(rule.value, lang) || (text ?? ''),
                small: rule.isDoubtful ? W.doubtful[lang] : null,
              },
              { text: (isPrinted ? W.onLabel : W.onBox)[lang] },
            ]
          }),
        ),
        empty: '',
      },
    },
  ]
}
