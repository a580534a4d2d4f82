import type {
  PublicOrganisation,
  PublicProducer,
  PublicProduct,
} from '../../worker/domain/products/public-product.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { saidIn } from './product-view.ts'

/** Where pages of this installation are, for addresses that leave it. */
type Here = { readonly origin: string; readonly lang: Language }

/**
 * A product in the words of schema.org, as text for a data block: what the page says, nothing besides.
 * No offer and no rating: nobody told us any.
 */
export function productData(product: PublicProduct, here: Here): string {
  const { origin } = here
  const { brand, category, images, gtin, producer } = product
  return dataText({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    url: `${origin}/p/${encodeURIComponent(product.id)}`,
    description: saidIn(product.description, here.lang)?.text,
    image: images.length === 0 ? undefined : images.map(({ url }) => wholeAddress(url, origin)),
    brand: brand === null ? undefined : { '@type': 'Brand', name: brand },
    category: category?.[here.lang],
    gtin: gtin ?? undefined,
    manufacturer: producer.name === null ? undefined : producerData(producer, origin),
  })
}

export function organisationData(organisation: PublicOrganisation, { origin }: Here): string {
  return dataText({
    '@context': 'https://schema.org',
    ...producerData(organisation, origin),
    globalLocationNumber: organisation.gln ?? undefined,
  })
}

/** An address of another site as it is, one of ours with its host. */
export function wholeAddress(url: string, origin: string): string {
  return url.startsWith('/') ? `${origin}${url}` : url
}

function producerData(producer: PublicProducer, origin: string) {
  const { id, name, address, commune, province } = producer
  return {
    '@type': 'Organization',
    name,
    ...(id === null ? {} : { url: `${origin}/o/${encodeURIComponent(id)}` }),
    address: {
      '@type': 'PostalAddress',
      streetAddress: address ?? undefined,
      addressLocality: commune ?? undefined,
      addressRegion: province ?? undefined,
      addressCountry: 'VN',
    },
  }
}

/** What somebody typed cannot end the element it stands in. */
function dataText(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
