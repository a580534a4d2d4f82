import type { PublicFinds } from '../../worker/domain/products/public-finds.ts'
import type { PageCommon } from './public-common.ts'

/** `/search`: what was found without a code. */
export type SearchPageModel = PageCommon & {
  readonly kind: 'search'
  /** As typed; empty before anything was asked. */
  readonly typed: string
  /** Null before anything was asked. */
  readonly finds: PublicFinds | null
}
