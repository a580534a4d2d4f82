import type { PublicRecall } from '../../worker/domain/recalls/public-recall.ts'
import type { PageCommon } from './public-common.ts'

/** `/recalls`: what is being recalled now, newest first. */
export type RecallsPageModel = PageCommon & {
  readonly kind: 'recalls'
  readonly items: readonly PublicRecall[]
  readonly newerHref: string | null
  readonly olderHref: string | null
}
