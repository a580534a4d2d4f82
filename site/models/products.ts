import type {
  PublicOrganisation,
  PublicProduct,
} from '../../worker/domain/products/public-product.ts'
import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import type { Done, FormView, PortalCommon } from './portal-common.ts'
import type { PageCommon } from './public-common.ts'
import type { Link } from './records.ts'

/** `/portal/products/{id}/photos`: the photos of a product, and the form that adds one. */
export type ProductPhotosModel = PortalCommon & {
  readonly kind: 'portal/products/photos'
  /** Of the product. */
  readonly name: string
  readonly back: Link
  /** Where forms of this page go. */
  readonly path: string
  readonly done: Done | null
  readonly photos: readonly PhotoView[]
  /** False where there are enough. */
  readonly canAdd: boolean
  readonly form: FormView
}

export type PhotoView = {
  /** By which it is named in forms. */
  readonly url: string
  readonly image: ImageView
  /** What its own form says and is refused with. */
  readonly form: FormView
  readonly removeHref: string
}

/** Asked before a photo is taken out. */
export type ProductPhotoOutModel = PortalCommon & {
  readonly kind: 'portal/products/photo-out'
  readonly path: string
  readonly url: string
  readonly image: ImageView
}

/** What a public page about one thing has beside it. */
type PublicThing = PageCommon & {
  /** `https://host` of this installation: search engines and messengers want whole addresses. */
  readonly origin: string
  /** The day its facts are told of, Asia/Ho_Chi_Minh. */
  readonly today: string
  /** When they were read, epoch milliseconds. */
  readonly asOf: number
  /** True while the database does not answer and older data stand in. */
  readonly stale: boolean
}

/** `/product`: a product without any label of it. It says nothing about the standing of goods. */
export type ProductPageModel = PublicThing & {
  readonly kind: 'product'
  readonly product: PublicProduct
}

/** `/organisation`: a producer, its products and its codes. */
export type OrganisationPageModel = PublicThing & {
  readonly kind: 'organisation'
  readonly organisation: PublicOrganisation
}
