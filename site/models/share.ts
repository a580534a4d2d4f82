import type { SharedBatch } from '../../worker/domain/shares/shared-batch.ts'
import type { PageCommon } from './public-common.ts'

/** `/share`: what a producer shows a buyer of a batch. */
export type SharePageModel = PageCommon & {
  readonly kind: 'share'
  readonly share: SharedBatch
  /** Of the link itself, under which its papers are. */
  readonly path: string
  readonly today: string
}

/** `/share-over`: a link that ended or was withdrawn, and who to ask. */
export type ShareOverPageModel = PageCommon & {
  readonly kind: 'share-over'
  readonly why: 'expired' | 'withdrawn'
  /** The day it ended. */
  readonly on: string
  readonly producer: string
  readonly hotline: string | null
}
