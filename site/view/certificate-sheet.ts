import { fill } from '../../worker/copy/fill.ts'
import { formatAt, formatOn, vietnamDateOfInstant } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import {
  CERTIFICATE_PORTAL_COPY,
  CERTIFICATE_SHEET_COPY as W,
} from '../../worker/copy/portal/certificates.ts'
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
  readonly number: string
  readonly hamlet: string | null
  readonly formerDistrict: string | null
  readonly corners: readonly {
    readonly label: string
    readonly lat: number
    readonly lng: number
  }[]
  readonly url: string
  readonly qr: QrView
}

/** As many as find room beside each other on the page. */
const MAX_MARKETS = 10
/** Corner points that find room. */
const MAX_CORNERS = 12
/** The longest a fact may be for everything to stay on one page. */
const LONGEST_FACT = 130

/** A certificate as it stands on its page, in the form of the official one. */
export function certificateSheet(source: CertificateSource, lang: Language): CertificateSheet {
  const { entry, issuedAt, printedAt, kid } = source
  const day = vietnamDateOfInstant(printedAt) ?? ''
  const more = entry.markets.length - MAX_MARKETS
  return {
    authority: cutFact(source.authority),
    title: titleOf(entry, lang),
    number: fill(W.number[lang], { number: source.number }),
    code: entry.code,
    facts: factsOf(source, lang),
    statusTitle: fill(W.markets[lang], { date: formatOn(day, lang) }),
    markets: entry.markets.slice(0, MAX_MARKETS).map(({ market, statusToday, since }) => ({
      market,
      name: marketName(market, lang),
      status: statusToday,
      since: since === null ? null : formatOn(since, lang),
    })),
    noMarkets: CERTIFICATE_PORTAL_COPY.noMarket[lang],
    scanNote: W.scan[lang],
    moreMarkets: more > 0 ? fill(W.moreMarkets[lang], { count: more }) : null,
    corners: cornersOf(source, lang),
    signature: signatureOf(source, lang),
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
  const { entry, documentNo, grantedOn, hamlet, formerDistrict } = source
  const former = entry.supersedes ?? formerSpelling(entry)
  const known = [
    { label: W.authority[lang], text: source.authority },
    ...codeFacts(entry, lang),
    ...(hamlet === null ? [] : [{ label: W.hamlet[lang], text: hamlet }]),
    ...(formerDistrict === null ? [] : [{ label: W.formerDistrict[lang], text: formerDistrict }]),
    { label: W.document[lang], text: documentNo },
    { label: W.grantedOn[lang], text: grantedOn === null ? null : formatOn(grantedOn, lang) },
    { label: W.validTo[lang], text: expiryOf(entry, lang) },
  ]
  const changed = [
    ...(former === null ? [] : [{ label: W.older[lang], text: former }]),
    ...(entry.supersededBy.length === 0
      ? []
      : [{ label: W.newer[lang], text: entry.supersededBy.join(', ') }]),
  ]
  return [...known, ...changed].map(({ label, text }) => ({
    label,
    text: text === null || text === '' ? SCAN_COPY.noData[lang] : cutFact(text),
  }))
}

/** The last day: one for all markets where it is the same, else market by market. */
function expiryOf({ markets }: CodeEntry, lang: Language): string {
  const day = (validTo: string | null) =>
    validTo === null ? W.noExpiry[lang] : formatOn(validTo, lang)
  const days = new Set(markets.map(({ validTo }) => validTo))
  if (days.size < 2) return day(markets[0]?.validTo ?? null)
  return markets
    .map(({ market, validTo }) => `${marketName(market, lang)}: ${day(validTo)}`)
    .join('; ')
}

function cornersOf({ corners }: CertificateSource, lang: Language): CertificateSheet['corners'] {
  if (corners.length === 0) return null
  const more = corners.length - MAX_CORNERS
  return {
    title: W.corners[lang],
    points: corners
      .slice(0, MAX_CORNERS)
      .map(({ label, lat, lng }) => `${label}: ${lat.toFixed(5)}, ${lng.toFixed(5)}`),
    more: more > 0 ? fill(W.moreCorners[lang], { count: more }) : null,
  }
}

function signatureOf(
  { issuedAt }: CertificateSource,
  lang: Language,
): CertificateSheet['signature'] {
  const [year = '', month = '', day = ''] = (vietnamDateOfInstant(issuedAt) ?? '').split('-')
  return {
    day: fill(W.signedOn[lang], { day, month, year }),
    who: W.signer[lang],
    how: W.signHere[lang],
  }
}

/** A fact no longer than leaves everything on one page. */
export function cutFact(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT - 1).trimEnd()}…`
}
