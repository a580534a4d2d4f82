import { fill } from '../../worker/copy/fill.ts'
import { formatOn, formatQuantity, vietnamDateOfInstant } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { BATCH_SHEET_COPY as W } from '../../worker/copy/portal/batch-sheet.ts'
import { CERTIFICATE_SHEET_COPY } from '../../worker/copy/portal/certificates.ts'
import { SCAN_COPY as S } from '../../worker/copy/scan.ts'
import type { Provenance, SiteView } from '../../worker/domain/standing/provenance.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { CertificateSheet, MarketLine, QrView } from '../models/certificates.ts'
import { certificateLine, listKnown } from './batch-facts.ts'
import { cutFact } from './certificate-sheet.ts'
import { spokenRef } from './links.ts'

type BatchSheetSource = {
  readonly batch: Provenance
  readonly authority: string
  /** Epoch milliseconds. */
  readonly printedAt: number
  readonly url: string
  readonly qr: QrView
}

/** As many as find room beside each other on the page. */
const MAX_CODES = 10
const MAX_CERTIFICATES = 4

/** A batch on one A4 page, to go with the goods: the producer's word, and where today's is found. */
export function batchSheet(source: BatchSheetSource, lang: Language): CertificateSheet {
  const { batch, printedAt, qr, url } = source
  const today = vietnamDateOfInstant(printedAt) ?? ''
  const codes = codesOf(batch, lang)
  const more = codes.length - MAX_CODES
  const [year = '', month = '', day = ''] = today.split('-')
  return {
    authority: cutFact(batch.producer.name),
    title: W.title[lang],
    number: fill(W.lot[lang], { lot: batch.lot }),
    code: spokenRef(batch.ref),
    facts: factsOf(source, { today, lang }),
    statusTitle: fill(W.codes[lang], { date: formatOn(today, lang) }),
    markets: codes.slice(0, MAX_CODES),
    noMarkets: W.noCodes[lang],
    moreMarkets: more > 0 ? fill(W.moreCodes[lang], { count: more }) : null,
    corners: null,
    signature: {
      day: fill(CERTIFICATE_SHEET_COPY.signedOn[lang], { day, month, year }),
      who: W.signer[lang],
      how: CERTIFICATE_SHEET_COPY.signHere[lang],
    },
    scanNote: W.scan[lang],
    issuedLine: fill(W.printed[lang], { date: formatOn(today, lang) }),
    printedLine: '',
    ...{ qr, url },
  }
}

function factsOf(
  { batch, authority }: BatchSheetSource,
  { today, lang }: { readonly today: string; readonly lang: Language },
) {
  const { product, producer, quantity, packedOn, expiresOn, harvestedOn, markets } = batch
  const days = harvestedOn.map((on) => formatOn(on, lang))
  const facts = [
    { label: W.product[lang], text: listKnown([product.name, product.brand], lang) },
    {
      label: S.producer[lang],
      text: listKnown([producer.name, producer.commune, producer.province], lang),
    },
    { label: S.quantity[lang], text: formatQuantity(quantity, lang) },
    { label: S.harvestedOn[lang], text: listKnown(days, lang) },
    { label: S.packedOn[lang], text: formatOn(packedOn, lang) },
    { label: S.expiresOn[lang], text: expiresOn === null ? null : formatOn(expiresOn, lang) },
    {
      label: W.markets[lang],
      text: listKnown(
        markets.map((market) => marketName(market, lang)),
        lang,
      ),
    },
    ...certificatesOf(batch, { today, lang }),
    { label: W.authority[lang], text: authority },
  ]
  return facts.map(({ label, text }) => ({ label, text: cutFact(text ?? S.noData[lang]) }))
}

/** Those an officer confirmed and that hold on the day, a line each; what is only declared has no place. */
function certificatesOf(
  { certificates }: Provenance,
  { today, lang }: { readonly today: string; readonly lang: Language },
): { readonly label: string; readonly text: string }[] {
  const label = W.certificates[lang]
  const lines = certificates
    .filter(({ verifiedBy }) => verifiedBy != null)
    .map((certificate) => ({ certificate, line: certificateLine(certificate, today, lang) }))
    .filter(({ line }) => line.lapsed === null)
  if (lines.length === 0) return [{ label, text: W.noCertificates[lang] }]
  const told = lines.slice(0, MAX_CERTIFICATES).map(({ certificate, line }) => {
    const named = `${line.title} ${certificate.number}`.trim()
    const who = line.vouched?.verified
    const text = who == null ? named : fill(W.confirmedBy[lang], { certificate: named, who })
    return { label, text }
  })
  const count = lines.length - told.length
  return count === 0 ? told : [...told, { label, text: fill(W.andMore[lang], { count }) }]
}

function codesOf({ growingAreas, packingHouse }: Provenance, lang: Language): MarketLine[] {
  const lineOf = (site: SiteView, name: string): MarketLine => ({
    ...{ market: site.code, name, status: site.statusToday, since: null },
  })
  return [
    ...growingAreas.map((site) => lineOf(site, fill(W.growingArea[lang], { code: site.code }))),
    ...(packingHouse === null
      ? []
      : [lineOf(packingHouse, fill(W.packingHouse[lang], { code: packingHouse.code }))]),
  ]
}
