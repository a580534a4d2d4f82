import type { LocalText, PartText } from '../../lib/text/local-text.ts'
import type { CertificateView, ImageView } from '../standing/provenance.ts'
import type { NetContentUnit } from './net-content.ts'

/** What everybody may know of a product, without any label of it. What is not known is null. */
export type PublicProduct = {
  readonly id: string
  readonly name: string
  readonly brand: string | null
  readonly gtin: string | null
  readonly category: LocalText | null
  readonly netContent: { readonly value: number; readonly unit: NetContentUnit } | null
  readonly images: readonly ImageView[]
  readonly description: PartText | null
  readonly story: PartText | null
  readonly storage: string | null
  readonly shelfLife: string | null
  readonly warnings: readonly string[]
  readonly standards: readonly string[]
  /** Geographical indication or mark, as the producer declares it. */
  readonly mark: { readonly name: string; readonly registrationNo: string | null } | null
  /** The rating that holds today. */
  readonly ocop: PublicOcop | null
  /** Those that hold today, of the product or of its producer as a whole. */
  readonly certificates: readonly CertificateView[]
  readonly producer: PublicProducer
  readonly batches: {
    /** Batches there are labels of; no further than `more` says. */
    readonly count: number
    readonly more: boolean
    readonly newestPackedOn: string | null
  }
  /** When it was put away: no batch is made of it any more. */
  readonly archivedOn: string | null
}

export type PublicOcop = {
  readonly stars: number
  readonly certificateNo: string
  readonly expiresOn: string
}

export type PublicProducer = {
  /** Null for a natural person who has not agreed to be named: there is no page of them either. */
  readonly id: string | null
  readonly name: string | null
  readonly kind: string
  readonly address: string | null
  readonly commune: string | null
  readonly province: string | null
  readonly suspendedOn: string | null
}

/** What everybody may know of a producer. */
export type PublicOrganisation = Omit<PublicProducer, 'id' | 'name'> & {
  readonly id: string
  readonly name: string
  readonly gln: string | null
  /** In use, by name. */
  readonly products: readonly {
    readonly id: string
    readonly name: string
    readonly image: ImageView | null
  }[]
  readonly codes: readonly {
    readonly code: string
    readonly kind: string
    readonly name: string
    readonly commune: string | null
    readonly province: string | null
  }[]
  /** True where there are more of either than are told. */
  readonly more: boolean
}
