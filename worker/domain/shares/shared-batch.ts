import type { BatchDocument } from '../standing/batch-document.ts'
import type { QuantityView } from '../standing/provenance.ts'
import type { TraceReach } from './trace-reach.ts'

/** What a buyer's link shows of a batch. What its maker did not choose is not in it at all. */
export type SharedBatch = {
  readonly buyer: string
  /** The last day on which it opens. */
  readonly lastDay: string
  readonly ref: string
  readonly lot: string
  readonly producer: string
  readonly hotline: string | null
  /** True once there are labels, and so a public page of the batch. */
  readonly isPublic: boolean
  readonly isAnnulled: boolean
  readonly recalledOn: string | null
  /** Null while it has no packing day. */
  readonly details: SharedDetails | null
  readonly trace: SharedTrace | null
  readonly papers: readonly SharedPaperView[]
  readonly sales: readonly SharedSale[] | null
}

/** The public document of the batch without what is told in other places, or not at all. */
export type SharedDetails = Pick<
  BatchDocument['provenance'],
  | 'ref'
  | 'lot'
  | 'product'
  | 'producer'
  | 'harvestedOn'
  | 'packedOn'
  | 'expiresOn'
  | 'markets'
  | 'certificates'
  | 'tests'
> & {
  readonly quantity: QuantityView | null
  readonly codes: readonly string[]
}

export type SharedTrace = {
  readonly reach: Exclude<TraceReach, 'none'>
  readonly lots: readonly SharedLot[]
  readonly complete: boolean
}

export type SharedLot = {
  readonly lot: string
  /** Null where there is no public page of it. */
  readonly ref: string | null
  readonly product: string
  readonly producer: string
  readonly packedOn: string | null
  readonly steps: number
  /** What of it went in; null where quantities are not shown. */
  readonly quantityKg: number | null
}

export type SharedPaperView = {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly bytes: number
}

export type SharedSale = {
  readonly buyer: string
  readonly soldOn: string
  readonly quantityKg: number | null
}
