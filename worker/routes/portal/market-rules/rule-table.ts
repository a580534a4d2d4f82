import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { MARKET_GROUP_NAMES, RULE_KIND_NAMES } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { cropName, cropSelectorOf } from '../../../domain/crops/crop-key.ts'
import type { MarketRule } from '../../../domain/market-rules/market-rule.ts'
import { ruleSubject, ruleText, saidIn } from '../../../domain/market-rules/rule-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'
import { rulePath } from './rule-path.ts'

/** Columns of a list of rules; of another scope than the one asked for a rule says which. */
export function ruleColumns(lang: Language): readonly ColumnOf<MarketRule>[] {
  return [
    column(W.kind, ({ value }) => RULE_KIND_NAMES[value.kind]),
    column(W.subject, (rule) => ({
      text: ruleSubject(rule.value, lang).text,
      href: rulePath(rule.id),
      small: scopeText(rule, lang),
    })),
    column(W.value, ({ value, note }) => ({
      text: ruleText(value, lang),
      small: note === null ? null : saidIn(note, lang).text,
    })),
    column(W.days, (rule) => daysText(rule, lang)),
    column(W.source, (row) => ({ text: row.source, small: row.isDoubtful ? W.doubtful : null })),
  ]
}

/** Whose rule it is: `Sầu riêng: Trung Quốc`. */
export function scopeText(rule: Pick<MarketRule, 'crop' | 'market'>, lang: Language): string {
  const crop = cropName(rule.crop)[lang]
  return fill(W.pairTitle[lang], { crop, market: marketSelectorName(rule.market, lang) })
}

/** A crop as people write it, of a text in an address, which may name it by its key. */
export function shownCrop(text: string): string {
  return text === '' ? '' : cropName(cropSelectorOf(text.slice(0, 120))).vi
}

/** A market, or several, in words. */
export function marketSelectorName(market: string, lang: Language): string {
  const groups: Readonly<Record<string, { readonly [L in Language]: string }>> = MARKET_GROUP_NAMES
  return groups[market]?.[lang] ?? marketName(market, lang)
}

export function daysText(
  { validFrom, validTo }: Pick<MarketRule, 'validFrom' | 'validTo'>,
  lang: Language,
): string {
  const from =
    validFrom === null
      ? W.sinceUnknown[lang]
      : fill(W.since[lang], { from: formatOn(validFrom, lang) })
  return validTo === null
    ? from
    : `${from}, ${fill(W.until[lang], { to: formatOn(validTo, lang) })}`
}
