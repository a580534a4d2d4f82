import { codeSchemeName, CODE_COPY as W } from '../../worker/copy/code-page.ts'
import { fill } from '../../worker/copy/fill.ts'
import { formatOn, formatQuantity, vietnamDateOfInstant } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { codeStatusName, nameIn, ORGANISATION_KINDS, SITE_KINDS } from '../../worker/copy/names.ts'
import { SCAN_COPY } from '../../worker/copy/scan.ts'
import { NOTICES_COPY } from '../../worker/copy/site.ts'
import { PUBLISHED_FACTS, SITE_FACTS, type SiteFact } from '../../worker/domain/sites/site-facts.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { factsOf } from '../../worker/resources/resource.ts'
import { SITE } from '../../worker/resources/site.ts'
import type { CodeDecisionEntry, CodeEntry } from '../models/public-common.ts'
import { type Fact, joinKnown, listKnown } from './batch-facts.ts'
import { ORDINARY_DAYS, recordedDaysAfter } from './recorded-days.ts'

export type CodeMarketView = {
  readonly market: string
  readonly name: string
  readonly status: CodeStatus
  /** Since when, until when and what is announced, as far as known. */
  readonly notes: readonly string[]
  readonly lapsed: string | null
  readonly count: string
  readonly decisions: readonly DecisionView[]
}

export type DecisionView = {
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly date: string
  readonly amended: boolean
  /** Why the decision does not count today; null for one that does or did. */
  readonly tag: string | null
  readonly details: string
  readonly wording: string | null
}

/** What kind of place a code is of, in words. */
export function codeKindName(entry: CodeEntry, lang: Language): string {
  return nameIn(SITE_KINDS, entry.kind, lang)
}

/** Which place it is and who holds it: never more than its commune. */
export function codeFacts(entry: CodeEntry, lang: Language): Fact[] {
  const { holder, areaHa, kind } = entry
  const grown = kind === 'growing_area' || kind === 'forest_lot'
  return [
    { label: W.name[lang], text: siteName(entry, lang) },
    { label: W.holder[lang], text: holder.name ?? W.notNamed[lang] },
    { label: SCAN_COPY.kind[lang], text: nameIn(ORGANISATION_KINDS, holder.kind, lang) },
    { label: W.place[lang], text: listKnown([entry.commune, entry.province], lang) },
    {
      label: (grown ? W.crops : SCAN_COPY.product)[lang],
      text: joinKnown(
        entry.crops.map((crop) => cropText(crop, areaHa, lang)),
        lang === 'zh' ? '；' : '; ',
      ),
    },
    ...plainFacts(entry, lang),
    { label: W.scheme[lang], text: codeSchemeName(entry.scheme, lang) },
  ]
}

/** Plain facts of the site; what sites of its kind seldom have is not missing where it is not known. */
function plainFacts(entry: CodeEntry, lang: Language): Fact[] {
  return PUBLISHED_FACTS.flatMap((name) => {
    const { published, kinds }: SiteFact = SITE_FACTS[name]
    const [known] = factsOf({ fields: { [name]: SITE.fields[name] } }, { row: entry, lang })
    const text = known?.text ?? null
    const isUsual = kinds?.includes(entry.kind) ?? entry.kind !== 'packing_house'
    if (published === undefined || (text === null && !isUsual)) return []
    return [{ label: published.label[lang], text }]
  })
}

/** A former spelling that has no page of its own; one that has is `supersedes`. */
export function formerSpelling({ legacyCode, supersedes }: CodeEntry): string | null {
  return legacyCode === supersedes ? null : legacyCode
}

/** The status in each market today, and the decisions that led there, newest first. */
export function codeMarkets(entry: CodeEntry, today: string, lang: Language): CodeMarketView[] {
  return entry.markets.map(({ market, statusToday, since, validTo }) => {
    const decisions = entry.history.filter((decision) => decision.market === market)
    const counting = decisions.filter((decision) => !decision.amended)
    const ahead = counting.filter((decision) => decision.effectiveOn > today).reverse()
    const past = validTo !== null && validTo < today
    const until = past ? null : validTo
    // A status that says so already needs no second word.
    const lapsed = past && statusToday !== 'expired' ? validTo : null
    const notes = [
      decisions.length === 0 ? W.noDecision[lang] : null,
      since && fill(W.since[lang], { date: formatOn(since, lang) }),
      until && fill(SCAN_COPY.validUntil[lang], { date: formatOn(until, lang) }),
      ...ahead.map(({ effectiveOn, status }) =>
        fill(W.ahead[lang], {
          date: formatOn(effectiveOn, lang),
          status: codeStatusName(status, lang),
        }),
      ),
    ]
    return {
      market,
      name: marketName(market, lang),
      status: statusToday,
      notes: notes.filter((note) => note !== null),
      lapsed: lapsed && fill(SCAN_COPY.lapsed[lang], { date: formatOn(lapsed, lang) }),
      count: fill(W.decisions[lang], { count: decisions.length }),
      decisions: decisions.map((decision) => decisionView(decision, today, lang)),
    }
  })
}

const ORDINARY: ReadonlySet<CodeStatus> = new Set(['active', 'pending_foreign_approval', 'none'])

/** True where a decision stood against the code, so that a reader may ask what it means. */
export function needsMeaning({ history }: CodeEntry): boolean {
  return history.some(({ status }) => !ORDINARY.has(status))
}

function decisionView(decision: CodeDecisionEntry, today: string, lang: Language): DecisionView {
  const { status, effectiveOn, documentNo, amended, text } = decision
  const details = [
    documentNo === null ? null : fill(NOTICES_COPY.document[lang], { number: documentNo }),
    recordedText(decision, lang),
  ]
  const tag = amended ? W.corrected : effectiveOn > today ? W.notYet : null
  return {
    status,
    effectiveOn,
    date: formatOn(effectiveOn, lang),
    amended,
    tag: tag?.[lang] ?? null,
    details: joinKnown(details, ' · ') ?? '',
    wording: text === null ? null : fill(W.wording[lang], { text: text[lang].trim() }),
  }
}

/** The day the register learned of it, where that is not about the day it took effect. */
function recordedText(
  { effectiveOn, recordedAt }: CodeDecisionEntry,
  lang: Language,
): string | null {
  const days = recordedDaysAfter(effectiveOn, recordedAt)
  const recordedOn = vietnamDateOfInstant(recordedAt)
  if (days === null || recordedOn === null || Math.abs(days) <= ORDINARY_DAYS) return null
  return fill(W.recordedOn[lang], { date: formatOn(recordedOn, lang) })
}

/** The register names a place whose owner is not named by its kind, in Vietnamese. */
function siteName(entry: CodeEntry, lang: Language): string {
  const unnamed = entry.holder.name === null && entry.name === nameIn(SITE_KINDS, entry.kind, 'vi')
  return unnamed ? codeKindName(entry, lang) : entry.name
}

/** A crop on the whole of the place has the place's area, which is told beside it. */
function cropText(
  { name, variety, areaHa }: CodeEntry['crops'][number],
  wholeHa: number | null,
  lang: Language,
): string {
  const told = areaHa !== null && areaHa !== wholeHa
  const area = told ? formatQuantity({ value: areaHa, unit: 'ha' }, lang) : null
  const both = variety === null || variety === '' ? name : `${name} (${variety})`
  return area === null ? both : `${both} ${area}`
}
