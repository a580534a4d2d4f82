import type { PartText } from '../../lib/text/local-text.ts'
import type { NetContent } from '../products/net-content.ts'
import type { DiaryView, Provenance, SiteView } from './provenance.ts'
import type { Allowance, CodeUse, PreHarvestBreach, SiteKind } from './types.ts'

/** A growing area or packing house as the document keeps it: all but its statuses, which change. */
export type DocumentSite = Omit<
  SiteView,
  'statusWhenPacked' | 'statusToday' | 'otherMarkets' | 'market'
>

/** A code the batch is packed under, and whose it is. */
export type DocumentCode = {
  readonly code: string
  readonly kind: SiteKind
  readonly siteId: string
}

/** What a pack holds, and the protected name it may carry. */
export type DocumentPack = {
  readonly netContent: NetContent | null
  readonly mark: string | null
}

/** What pages for shoppers tell beside the provenance. */
export type DocumentTold = {
  /** Of the pages without a label; no producer where a person has not agreed to be named. */
  readonly productId: string
  readonly producerId: string | null
  readonly category: PartText | null
  /** When the producer's telephone is answered. */
  readonly hours: string | null
  readonly story: PartText | null
  /** The people behind it, who agreed to be named. */
  readonly people: string | null
  /** Where the goods come from: whose officers answer. */
  readonly place: { readonly provinceCode: string | null; readonly communeCode: string | null }
  /** Of the first growing area, to two decimals, about a kilometre. */
  readonly point: { readonly lat: number; readonly lng: number } | null
}

/**
 * The part of a batch's provenance that changes only when its sources do, kept as one row.
 * `version` is the shape of this type: a reader meeting another one rebuilds instead of guessing.
 */
export type BatchDocument = {
  readonly version: 1
  readonly batchId: string
  /** Synthetic data, said so on every page. */
  readonly demo: boolean
  readonly hotline: string | null
  readonly producerSuspendedOn: string | null
  readonly preHarvestBreaches: readonly PreHarvestBreach[]
  /** An officer's word on a breached interval; absent in documents from before there were any. */
  readonly intervalOverride?: Allowance | null
  /** Codes of another holder, where nothing shows that they may be used; absent likewise. */
  readonly codeUse?: readonly CodeUse[]
  /** What a pack of the product says beside; absent likewise. */
  readonly pack?: DocumentPack
  /** Absent likewise. */
  readonly told?: DocumentTold
  readonly codes: readonly DocumentCode[]
  readonly growingAreas: readonly DocumentSite[]
  readonly packingHouse: DocumentSite | null
  readonly provenance: Omit<Provenance, 'growingAreas' | 'packingHouse' | 'notices' | 'diary'> & {
    readonly diary: readonly DocumentDiaryEntry[]
  }
}

/** An entry as documents keep it: those from before entries were corrected say nothing of it. */
export type DocumentDiaryEntry = Omit<DiaryView, 'earlier' | 'reason' | 'takenBackAt'> &
  Partial<Pick<DiaryView, 'earlier' | 'reason' | 'takenBackAt'>>
