import { fill } from '../../worker/copy/fill.ts'
import { formatOn, formatQuantity } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { CERTIFICATE_KINDS, nameIn, ORGANISATION_KINDS } from '../../worker/copy/names.ts'
import { netContentText } from '../../worker/copy/net-content-text.ts'
import { SCAN_COPY as W } from '../../worker/copy/scan.ts'
import { STANDINGS } from '../../worker/copy/status.ts'
import { measuredText, shelfLifeText } from '../../worker/copy/written-facts.ts'
import type {
  CertificateView,
  Provenance,
  Verdict,
  VouchedView,
} from '../../worker/domain/standing/provenance.ts'
import type { TestView } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { BatchAbout } from '../models/scan.ts'
import { addressParts } from './address-line.ts'
import { spokenRef } from './links.ts'
import { type Vouched, vouchedText } from './vouched.ts'

/** A fact with its label; null is shown as "no data yet", `lang` where it stays in another language. */
export type Fact = {
  readonly label: string
  readonly text: string | null
  readonly code?: boolean
  readonly lang?: 'vi' | undefined
}

/** What the goods are. */
export function productFacts(
  { product }: Pick<Provenance, 'product'>,
  about: Pick<BatchAbout, 'netContent' | 'told'> | null,
  lang: Language,
): Fact[] {
  const own = lang === 'vi' ? undefined : 'vi'
  const category = about?.told?.category?.[lang]
  return [
    { label: W.brand[lang], text: product.brand, lang: own },
    { label: W.netContent[lang], text: netContentIn(about, lang) },
    {
      label: W.category[lang],
      text: category ?? product.category,
      lang: category === undefined ? own : undefined,
    },
    { label: W.standards[lang], text: listKnown(product.standards, lang) },
    { label: W.warnings[lang], text: joinKnown(product.warnings, ' · '), lang: own },
    { label: W.storage[lang], text: product.storage, lang: own },
    { label: 'GTIN', text: product.gtin, code: true },
  ]
}

/** What one pack holds, in words; null where nobody has said. */
export function netContentIn(
  about: Pick<BatchAbout, 'netContent'> | null,
  lang: Language,
): string | null {
  const { value = null, unit = null } = about?.netContent ?? {}
  return netContentText({ netContentValue: value, netContentUnit: unit }, lang)
}

/** What a person holds against the goods in their hand, in one sentence. */
export function compareLine(
  batch: Provenance,
  about: Pick<BatchAbout, 'netContent'> | null,
  lang: Language,
): string {
  const packed = fill(W.comparePacked[lang], { date: formatOn(batch.packedOn, lang) })
  const parts = [batch.product.name, netContentIn(about, lang), batch.producer.name, packed]
  return fill(W.compare[lang], { facts: joinKnown(parts, lang === 'zh' ? '、' : ', ') ?? '' })
}

/** Where the goods come from, in one sentence, and the place by itself. */
export function originLine(
  { growingAreas: [area], packingHouse, producer }: Provenance,
  lang: Language,
): { readonly sentence: string; readonly place: string } | null {
  const separator = ', '
  const from = area ?? producer
  const place = joinKnown([from.commune, from.province], separator)
  if (place === null) return null
  const grown = fill((area === undefined ? W.madeIn : W.grownIn)[lang], { place })
  const at = packingHouse && joinKnown([packingHouse.commune, packingHouse.province], separator)
  const packed = at ? fill(W.packedAt[lang], { place: at }) : null
  return {
    sentence: `${joinKnown([grown, packed], lang === 'zh' ? '，' : '; ')}${lang === 'zh' ? '。' : '.'}`,
    place,
  }
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
    { label: W.shelfLife[lang], ...shelfLifeIn(batch.product.shelfLife, lang) },
    // What nobody may know here is not a fact that is missing.
    ...(batch.quantity === null
      ? []
      : [{ label: W.quantity[lang], text: formatQuantity(batch.quantity, lang) }]),
  ]
}

function shelfLifeIn(written: string | null, lang: Language) {
  return written === null ? { text: null } : shelfLifeText(written, lang)
}

/** The facts that let a person tell these goods from others, for a page that says stop. */
export function identifyingFacts(
  batch: Provenance,
  about: Pick<BatchAbout, 'netContent'> | null,
  lang: Language,
): Fact[] {
  const { producer, product } = batch
  return [
    { label: W.product[lang], text: listKnown([product.name, product.brand], lang) },
    { label: W.netContent[lang], text: netContentIn(about, lang) },
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
    title: `${test.analyte}${lang === 'zh' ? '：' : ': '}${measuredText(test.result, lang).text}`,
    text:
      joinKnown(
        [
          test.limit && fill(W.limit[lang], { limit: measuredText(test.limit, lang).text }),
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
