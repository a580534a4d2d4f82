import type { DetailSection } from '../../../../site/models/records.ts'
import { marketName } from '../../../copy/markets.ts'
import { ANALYSIS_COPY as A, RESIDUE_VERDICT_NAMES } from '../../../copy/portal/residue.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { limitText } from '../../../domain/market-rules/rule-text.ts'
import type { MarketVerdict } from '../../../domain/residues/judge-residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { rulePath } from '../market-rules/rule-path.ts'

/** What results mean for a market, each with the limit it was held against. */
export function marketSection(
  { market, verdict, results }: MarketVerdict,
  lang: Language,
): DetailSection {
  const name = marketName(market, lang)
  return {
    id: `market-${market}`,
    title: `${name}: ${RESIDUE_VERDICT_NAMES[verdict][lang]}`,
    table: {
      columns: [A.analyte, W.limit, W.verdict].map((column) => ({ name: column[lang] })),
      rows: results.map(({ analyte, rule, verdict: own }) => [
        { text: analyte },
        rule === null
          ? { text: '' }
          : {
              text: limitText(rule.value.limit, lang),
              href: rulePath(rule.id),
              small: rule.isDoubtful ? W.notVerified[lang] : null,
            },
        { text: RESIDUE_VERDICT_NAMES[own][lang] },
      ]),
      empty: W.noResults[lang],
    },
  }
}
