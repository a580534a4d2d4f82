import { fill } from '../../copy/fill.ts'
import { marketName } from '../../copy/markets.ts'
import {
  ASK_CHANGE_NAMES,
  APPLICATION_RULES_COPY as W,
} from '../../copy/portal/application-rules.ts'
import { RULE_KIND_NAMES } from '../../copy/portal/market-rule.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { ruleSubject, ruleText } from '../market-rules/rule-text.ts'
import type { AskDifference, MarketAsk } from './market-asks.ts'

/** `Sinh vật gây hại: Bactrocera correcta, kiểm dịch` */
export function askText({ value }: Pick<MarketAsk, 'value'>, lang: Language): string {
  const subject = ruleSubject(value, lang).text
  const kind = RULE_KIND_NAMES[value.kind][lang]
  const said = ruleText(value, lang)
  const about = subject === kind ? kind : `${kind}: ${subject}`
  return said === '' ? about : `${about}, ${said}`
}

/** `Sầu riêng, Trung Quốc` */
export function pairText({ crop, market }: MarketAsk, lang: Language): string {
  return fill(W.pair[lang], { crop, market: marketName(market, lang) })
}

/** Rules one after the other inside a sentence; of many the first. */
export function asksText(asks: readonly MarketAsk[], lang: Language): string {
  return listed(
    asks.map((ask) => fill(W.one[lang], { rule: askText(ask, lang), pair: pairText(ask, lang) })),
    lang,
  )
}

/** What is asked otherwise than before, inside a sentence. */
export function differencesText(differences: readonly AskDifference[], lang: Language): string {
  return listed(
    differences.map(
      ({ change, ask }) => `${ASK_CHANGE_NAMES[change][lang]} ${asksText([ask], lang)}`,
    ),
    lang,
  )
}

/** More than a reader takes in in one sentence. */
const TOLD = 5

function listed(texts: readonly string[], lang: Language): string {
  const more = texts.length - TOLD
  const told = more > 0 ? [...texts.slice(0, TOLD), fill(W.andMore[lang], { count: more })] : texts
  return told.join(lang === 'zh' ? '；' : '; ')
}
