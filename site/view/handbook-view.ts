import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { HANDBOOK_COPY as W } from '../../worker/copy/handbook.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { MARKET_GROUP_NAMES, RULE_KIND_HEADINGS } from '../../worker/copy/portal/market-rule.ts'
import { SUBSTANCE_EFFECT_NAMES } from '../../worker/copy/portal/protection.ts'
import { cropName } from '../../worker/domain/crops/crop-key.ts'
import type { Handbook } from '../../worker/domain/market-rules/handbook.ts'
import { RULE_KINDS } from '../../worker/domain/market-rules/kinds.ts'
import type { MarketRule } from '../../worker/domain/market-rules/market-rule.ts'
import { ruleSubject, ruleText, saidIn } from '../../worker/domain/market-rules/rule-text.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** A line of the handbook. `own` is the language of words that are not the reader's. */
export type HandbookLine = {
  readonly subject: string
  readonly own: 'vi' | undefined
  readonly text: string
  readonly note: string | null
  readonly noteOwn: 'vi' | undefined
  /** Where and since when it holds, and who says so. */
  readonly small: string
  readonly source: string
  readonly isDoubtful: boolean
}

export type HandbookPart = { readonly title: string; readonly lines: readonly HandbookLine[] }

/** The name of a page: `Sầu riêng: Trung Quốc`. */
export function handbookTitle(
  { crop, market }: Pick<Handbook, 'crop' | 'market'>,
  lang: Language,
): string {
  return fill(W.pageTitle[lang], { crop: cropName(crop)[lang], market: marketName(market, lang) })
}

/** What is asked, by kind; kinds of which nothing is asked have no part. */
export function handbookParts(handbook: Handbook, lang: Language): readonly HandbookPart[] {
  const parts = RULE_KINDS.map((kind) => ({
    title: RULE_KIND_HEADINGS[kind][lang],
    lines: handbook.rules
      .filter(({ value }) => value.kind === kind)
      .map((rule) => lineOf(rule, handbook, lang)),
  }))
  const substances = handbook.substances.map(
    ({ substance, effect, limitNote, legalBasis, fromOn, toOn }): HandbookLine => ({
      subject: substance,
      own: undefined,
      text: SUBSTANCE_EFFECT_NAMES[effect][lang],
      note: limitNote,
      noteOwn: ownOf('vi', lang),
      small: daysText({ validFrom: fromOn, validTo: toOn }, lang),
      source: legalBasis,
      isDoubtful: false,
    }),
  )
  return [...parts, { title: W.substances[lang], lines: substances }].filter(
    ({ lines }) => lines.length > 0,
  )
}

/** The page of a crop and market. */
export function handbookPath({ crop, market }: Pick<Handbook, 'crop' | 'market'>): string {
  return `/handbook/${encodeURIComponent(crop)}/${market}`
}

function lineOf(rule: MarketRule, page: Handbook, lang: Language): HandbookLine {
  const { text: subject, own } = ruleSubject(rule.value, lang)
  const note = rule.note === null ? null : saidIn(rule.note, lang)
  const isOwn = rule.crop === page.crop && rule.market === page.market
  const small = [
    daysText(rule, lang),
    ...(isOwn ? [] : [fill(W.general[lang], { scope: scopeOf(rule, lang) })]),
  ]
  return {
    subject,
    own: ownOf(own, lang),
    text: ruleText(rule.value, lang),
    note: note?.text ?? null,
    noteOwn: ownOf(note?.own ?? null, lang),
    small: small.filter((each) => each !== '').join('; '),
    source: rule.source,
    isDoubtful: rule.isDoubtful,
  }
}

function scopeOf({ crop, market }: MarketRule, lang: Language): string {
  const groups: Readonly<Record<string, { readonly [L in Language]: string }>> = MARKET_GROUP_NAMES
  const name = groups[market]?.[lang] ?? marketName(market, lang)
  return `${cropName(crop)[lang]}, ${name}`
}

function daysText(
  { validFrom, validTo }: Pick<MarketRule, 'validFrom' | 'validTo'>,
  lang: Language,
): string {
  const parts = [
    ...(validFrom === null ? [] : [fill(W.since[lang], { from: formatOn(validFrom, lang) })]),
    ...(validTo === null ? [] : [fill(W.until[lang], { to: formatOn(validTo, lang) })]),
  ]
  return parts.join(', ')
}

function ownOf(own: 'vi' | null, lang: Language): 'vi' | undefined {
  return own === null || lang === 'vi' ? undefined : own
}
