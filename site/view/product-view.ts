import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { nameIn, ORGANISATION_KINDS } from '../../worker/copy/names.ts'
import { netContentText } from '../../worker/copy/net-content-text.ts'
import { PRODUCT_PAGE_COPY as W } from '../../worker/copy/product-page.ts'
import { SCAN_COPY as S } from '../../worker/copy/scan.ts'
import type {
  PublicOrganisation,
  PublicProducer,
  PublicProduct,
} from '../../worker/domain/products/public-product.ts'
import type { Language, PartText } from '../../worker/lib/text/local-text.ts'
import { addressParts } from './address-line.ts'
import { type Fact, joinKnown, listKnown } from './batch-facts.ts'

type SaidFact = Fact & { readonly lang?: 'vi' | undefined }

/** What the product is. What the producer wrote stays in Vietnamese, and says so on other pages. */
export function publicProductFacts(product: PublicProduct, lang: Language): SaidFact[] {
  const own = lang === 'vi' ? undefined : 'vi'
  const { category, netContent, mark, gtin } = product
  return [
    { label: S.brand[lang], text: product.brand },
    { label: S.category[lang], text: category?.[lang] ?? null },
    {
      label: W.netContent[lang],
      text:
        netContent &&
        netContentText(
          { netContentValue: netContent.value, netContentUnit: netContent.unit },
          lang,
        ),
    },
    { label: S.shelfLife[lang], text: product.shelfLife, lang: own },
    { label: S.storage[lang], text: product.storage, lang: own },
    { label: S.warnings[lang], text: joinKnown(product.warnings, ' · '), lang: own },
    { label: S.standards[lang], text: listKnown(product.standards, lang) },
    // What only some products have is not told of those that have none.
    ...(mark === null ? [] : [{ label: W.mark[lang], text: markText(mark, lang) }]),
    ...(gtin === null ? [] : [{ label: 'GTIN', text: gtin, code: true }]),
  ]
}

function markText(mark: NonNullable<PublicProduct['mark']>, lang: Language): string {
  const { name, registrationNo: number } = mark
  return number === null ? name : fill(W.markNo[lang], { name, number })
}

/** Who makes it, as far as they may be told. */
export function publicProducerFacts(producer: PublicProducer, lang: Language): Fact[] {
  const { name } = producer
  return [
    ...(name === null ? [] : [{ label: S.producerName[lang], text: name }]),
    { label: S.kind[lang], text: nameIn(ORGANISATION_KINDS, producer.kind, lang) },
    { label: S.address[lang], text: listKnown(addressParts(producer), lang) },
  ]
}

export function organisationFacts(organisation: PublicOrganisation, lang: Language): Fact[] {
  const { gln } = organisation
  return [
    { label: S.kind[lang], text: nameIn(ORGANISATION_KINDS, organisation.kind, lang) },
    { label: S.address[lang], text: listKnown(addressParts(organisation), lang) },
    ...(gln === null ? [] : [{ label: S.gln[lang], text: gln, code: true }]),
  ]
}

/** How many batches there are labels of, and when the newest was packed; never which. */
export function batchesText({ batches }: PublicProduct, lang: Language): string {
  const { count, more, newestPackedOn } = batches
  if (newestPackedOn === null) return W.noBatches[lang]
  const told = { count, date: formatOn(newestPackedOn, lang) }
  return fill((more ? W.batchMany : W.batchCount)[lang], told)
}

/** A text in the reader's language, else in Vietnamese, else in whichever there is. */
export function saidIn(
  said: PartText | null,
  lang: Language,
): { readonly text: string; readonly lang: string | undefined } | null {
  const found = [lang, 'vi' as const, 'en' as const, 'zh' as const].find((each) => said?.[each])
  const text = found === undefined ? undefined : said?.[found]
  if (found === undefined || text === undefined) return null
  return { text, lang: found === lang ? undefined : found === 'zh' ? 'zh-Hans' : found }
}
