import { fill } from '../../worker/copy/fill.ts'
import { formatAt, formatOn, vietnamDateOfInstant } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { CERTIFICATE_SHEET_COPY as W } from '../../worker/copy/portal/certificates.ts'
import { SCAN_COPY } from '../../worker/copy/scan.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { CertificateSheet, QrView } from '../models/certificates.ts'
import type { CodeEntry } from '../models/public-common.ts'
import { codeFacts, formerSpelling } from './code-view.ts'

/** What a sheet is told from; instants are epoch milliseconds. */
export type CertificateSource = {
  readonly entry: CodeEntry
  readonly authority: string
  readonly issuedAt: number
  readonly printedAt: number
  readonly kid: string
  readonly grantedOn: string | null
  readonly documentNo: string | null
  readonly url: string
  readonly qr: QrView
}

/** As many as find room beside each other on the page. */
const MAX_MARKETS = 10
/** The longest a fact may be for everything to stay on one page. */
const LONGEST_FACT = 130

/** A certificate as it stands on its page: nothing but what is public of the code. */
export function certificateSheet(source: CertificateSource, lang: Language): CertificateSheet {
  const { entry, issuedAt, printedAt, kid } = source
  const day = vietnamDateOfInstant(printedAt) ?? ''
  const more = entry.markets.length - MAX_MARKETS
  return {
    authority: cut(source.authority),
    title: titleOf(entry, lang),
    code: entry.code,
    facts: factsOf(source, lang),
    statusTitle: fill(W.markets[lang], { date: formatOn(day, lang) }),
    markets: entry.markets.slice(0, MAX_MARKETS).map(({ market, statusToday, since }) => ({
      market,
      name: marketName(market, lang),
      status: statusToday,
      since: since === null ? null : formatOn(since, lang),
    })),
    moreMarkets: more > 0 ? fill(W.moreMarkets[lang], { count: more }) : null,
    issuedLine: fill(W.issued[lang], { time: formatAt(issuedAt, lang), kid }),
    printedLine: fill(W.printed[lang], { time: formatAt(printedAt, lang) }),
    qr: source.qr,
    url: source.url,
  }
}

function titleOf({ kind }: CodeEntry, lang: Language): string {
  const words = kind === 'growing_area' || kind === 'packing_house' ? W[kind] : W.other
  return words[lang]
}

function factsOf(source: CertificateSource, lang: Language) {
  const { entry, documentNo, grantedOn } = source
  const former = entry.supersedes ?? formerSpelling(entry)
  const known = [
    ...codeFacts(entry, lang),
    { label: W.document[lang], text: documentNo },
    { label: W.grantedOn[lang], text: grantedOn === null ? null : formatOn(grantedOn, lang) },
  ]
  const changed = [
    ...(former === null ? [] : [{ label: W.older[lang], text: former }]),
    ...(entry.supersededBy.length === 0
      ? []
      : [{ label: W.newer[lang], text: entry.supersededBy.join(', ') }]),
  ]
  return [...known, ...changed].map(({ label, text }) => ({
    label,
    text: text === null || text === '' ? SCAN_COPY.noData[lang] : cut(text),
  }))
}

function cut(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT - 1).trimEnd()}…`
}
