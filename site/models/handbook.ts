import type { Handbook } from '../../worker/domain/market-rules/handbook.ts'
import type { PageCommon } from './public-common.ts'

/** `/handbook`: the pages there are, by crop. */
export type HandbookIndexModel = PageCommon & {
  readonly kind: 'handbook-index'
  readonly crops: readonly { readonly crop: string; readonly markets: readonly string[] }[]
}

/** `/handbook/{CROP}/{MARKET}`: what a market asks of a crop today. */
export type HandbookPageModel = PageCommon & {
  readonly kind: 'handbook'
  readonly handbook: Handbook
  readonly today: string
  /** When the rules were read, epoch milliseconds. */
  readonly asOf: number
  /** True while the database does not answer and older rules stand in. */
  readonly stale: boolean
}
