import { fill } from '../../worker/copy/fill.ts'
import { formatOn, formatQuantity } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { CERTIFICATE_KINDS, nameIn, ORGANISATION_KINDS } from '../../worker/copy/names.ts'
import { SCAN_COPY as W } from '../../worker/copy/scan.ts'
import { STANDINGS } from '../../worker/copy/status.ts'
import type {
  CertificateView,
  Provenance,
  Verdict,
  VouchedView,
} from '../../worker/domain/standing/provenance.ts'
import type { TestView } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { addressParts } from './address-line.ts'
import { spokenRef } from './links.ts'
import { type Vouched, vouchedText } from './vouched.ts'

/** A fact with its label; null is shown as "no data yet". */
export type Fact = { readonly label: string; readonly text: string | null; readonly code?: boolean }

/** What the goods are. */
export function productFacts({ product }: Pick<Provenance, 'product'>, lang: Language): Fact[] {
  return [
    { label: W.brand[lang], text: product.brand },
    { label: 'GTIN', text: product.gtin, code: true },
    { label: W.category[lang], text: product.category },
    { label: W.standards[lang], text: listKnown(product.standards, lang) },
    { label: W.warnings[lang], text: joinKnown(product.warnings, ' · ') },
    { label: W.storage[lang], text: product.storage },
  ]
}

/** Who made them, and where: never more than the place's commune and the organisation's address. */
export function producerFacts({ producer }: Pick<Provenance, 'producer'>, lang: Language): Fact[] {
  return [
    { label: W.producerName[lang], text: producer.name },
    { label: W.kind[lang], text: nameIn(ORGANISATION_KINDS, producer.kind, lang) },
    { label: W.address[lang], text: listKnown(addressParts(producer), lang) },
    { label: W.gln[lang], text: producer.gln, code: true },
  ]
}

type BatchTold = Pick<
  Provenance,
  'ref' | 'lot' | 'harvestedOn' | 'packedOn' | 'expiresOn' | 'product'
> & { readonly quantity: Provenance['quantity'] | null }

/** Which batch it is, when, and how much. */
export function batchFacts(batch: BatchTold, lang: Language): Fact[] {
  const harvested = batch.harvestedOn.map((on) => formatOn(on, lang))
  const expires = batch.expiresOn === null ? null : formatOn(batch.expiresOn, lang)
  return [
    { label: W.ref[lang], text: spokenRef(batch.ref), code: true },
    { label: W.lot[lang], text: batch.lot, code: true },
    { label: W.harvestedOn[lang], text: listKnown(harvested, lang) },
    { label: W.packedOn[lang], text: formatOn(batch.packedOn, lang) },
    { label: W.expiresOn[lang], text: expires },
    { label: W.shelfLife[lang], text: batch.product.shelfLife },
    // What nobody may know here is not a fact that is missing.
    ...(batch.quantity === null
      ? []
      : [{ label: W.quantity[lang], text: formatQuantity(batch.quantity, lang) }]),
  ]
}

/** The facts that let a person tell these goods from others, for a page that says stop. */
export function identifyingFacts(batch: Provenance, lang: Language): Fact[] {
  const { producer, product } = batch
  return [
    { label: W.product[lang], text: listKnown([product.name, product.brand], lang) },
    {
      label: W.producer[lang],
      text: listKnown([producer.name, producer.commune, producer.province], lang),
    },
    ...batchFacts(batch, lang).filter(({ label }) => label !== W.shelfLife[lang]),
  ]
}

/** Destination markets; each with its own standing only where they differ. */
export function marketLines({ markets }: Verdict, lang: Language): readonly string[] {
  const differ = new Set(markets.map(({ standing }) => standing)).size > 1
  const colon = lang === 'zh' ? '：' : ': '
  return markets.map(({ market, standing }) =>
    differ
      ? `${marketName(market, lang)}${colon}${STANDINGS[standing][lang]}`
      : marketName(market, lang),
  )
}

/** A certificate as a title and one line; `lapsed` when it ran out before `today`. */
export function certificateLine(
  certificate: CertificateView,
  today: string,
  lang: Language,
): {
  readonly title: string
  readonly text: string
  readonly lapsed: string | null
  readonly vouched: Vouched | null
} {
  const { kind, number, standard, issuedBy, issuedOn, expiresOn } = certificate
  const name = nameIn(CERTIFICATE_KINDS, kind, lang)
  const lapsed = expiresOn !== null && expiresOn < today ? expiresOn : null
  return {
    title: standard === null || standard === name ? name : `${name} · ${standard}`,
    text:
      joinKnown(
        [
          number,
          issuedBy && fill(W.issuedBy[lang], { name: issuedBy }),
          issuedOn && fill(W.issuedOn[lang], { date: formatOn(issuedOn, lang) }),
          expiresOn && lapsed === null
            ? fill(W.validUntil[lang], { date: formatOn(expiresOn, lang) })
            : null,
        ],
        ' · ',
      ) ?? '',
    lapsed: lapsed && fill(W.lapsed[lang], { date: formatOn(lapsed, lang) }),
    vouched: vouchedText(certificate, lang),
  }
}

/** A laboratory result as a title and one line; `passed` stays null where nobody said. */
export function testLine(
  test: TestView & VouchedView,
  lang: Language,
): {
  readonly title: string
  readonly text: string
  readonly passed: boolean | null
  readonly vouched: Vouched | null
} {
  return {
    title: `${test.analyte}${lang === 'zh' ? '：' : ': '}${test.result}`,
    text:
      joinKnown(
        [
          test.limit && fill(W.limit[lang], { limit: test.limit }),
          test.laboratory,
          test.sampledOn && fill(W.sampledOn[lang], { date: formatOn(test.sampledOn, lang) }),
        ],
        ' · ',
      ) ?? '',
    passed: test.passed,
    vouched: vouchedText(test, lang),
  }
}

/** What is known, with the language's commas; null when nothing is. */
export function listKnown(parts: readonly (string | null)[], lang: Language): string | null {
  return joinKnown(parts, lang === 'zh' ? '，' : ', ')
}

/** What is known, with the separator between; null when nothing is. */
export function joinKnown(parts: readonly (string | null)[], separator: string): string | null {
  const known = parts.filter((part) => part !== null && part !== '')
  return known.length === 0 ? null : known.join(separator)
}
