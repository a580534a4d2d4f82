import { marketName } from '../../../copy/markets.ts'
import { ANALYSIS_COPY as A, RESIDUE_VERDICT_NAMES } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { limitText } from '../../../domain/market-rules/rule-text.ts'
import type { MarketVerdict } from '../../../domain/residues/judge-residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { rulePath } from '../market-rules/rule-path.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

/** What results mean for a market, each with the limit it was held against. */
export function marketSection(
  { market, verdict, results }: MarketVerdict,
  lang: Language,
): Section {
  const name = marketName(market, lang)
  return tableSection(`market-${market}`, results, {
    title: `${name}: ${RESIDUE_VERDICT_NAMES[verdict][lang]}`,
    columns: [
      column(A.analyte, ({ analyte }) => analyte),
      column(W.limit, ({ rule }) =>
        rule === null
          ? { text: '' }
          : {
              text: limitText(rule.value.limit, lang),
              href: rulePath(rule.id),
              small: rule.isDoubtful ? W.notVerified : null,
            },
      ),
      column(W.verdict, ({ verdict: own }) => RESIDUE_VERDICT_NAMES[own]),
    ],
    empty: W.noResults,
  })
}
