import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import type { Done, FormView, PortalCommon } from './portal-common.ts'
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
