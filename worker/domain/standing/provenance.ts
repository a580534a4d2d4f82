import type { CodeStatus, Market, TestView } from './types.ts'

/**
 * The public provenance document of a batch. Missing facts are null and shown as
 * "chưa có dữ liệu"; nothing here is ever a default. Never public: phones, identity numbers,
 * parcel ids, household polygons, prices (Law 91/2025/QH15 on personal data).
 */
export type Provenance = {
  readonly ref: string
  readonly lot: string
  readonly product: ProductView
  readonly producer: ProducerView
  readonly harvestedOn: readonly string[]
  readonly packedOn: string
  readonly expiresOn: string | null
  readonly quantity: QuantityView
  readonly markets: readonly Market[]
  readonly growingAreas: readonly SiteView[]
  readonly packingHouse: SiteView | null
  readonly inputs: readonly { readonly ref: string; readonly quantity: QuantityView }[]
  readonly certificates: readonly CertificateView[]
  readonly diary: readonly DiaryView[]
  readonly tests: readonly (TestView & VouchedView)[]
  readonly notices: readonly NoticeView[]
}

export type QuantityView = { readonly value: number; readonly unit: string }

export type ProductView = {
  readonly name: string
  readonly gtin: string | null
  readonly brand: string | null
  readonly category: string | null
  readonly images: readonly ImageView[]
  readonly standards: readonly string[]
  readonly shelfLife: string | null
  readonly storage: string | null
  readonly warnings: readonly string[]
  readonly ocop: OcopView | null
}

export type ImageView = {
  readonly url: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** OCOP stars (Decision 148/QĐ-TTg 2023), valid 36 months; `validWhenPacked` decides whether they may be shown as won. */
export type OcopView = {
  readonly stars: number
  readonly certificateNo: string
  readonly expiresOn: string
  readonly validWhenPacked: boolean
} & VouchedView

export type ProducerView = {
  readonly name: string
  readonly kind: string
  readonly address: string | null
  readonly commune: string | null
  readonly province: string | null
  readonly gln: string | null
}

export type SiteView = {
  readonly code: string
  readonly market: Market | null
  readonly name: string
  readonly commune: string | null
  readonly province: string | null
  readonly crop: string | null
  readonly areaHa: number | null
  readonly statusWhenPacked: CodeStatus
  readonly statusToday: CodeStatus
  readonly otherMarkets: readonly {
    readonly market: Market
    readonly statusWhenPacked: CodeStatus
    readonly statusToday: CodeStatus
  }[]
}

export type CertificateView = {
  readonly kind: string
  readonly number: string
  readonly standard: string | null
  readonly issuedBy: string | null
  readonly issuedOn: string | null
  readonly expiresOn: string | null
} & VouchedView

/**
 * Whose word it is: declared by the producer, and confirmed by an officer or (null) not yet. Documents
 * from before this was told leave both out.
 */
export type VouchedView = {
  readonly declaredBy?: ActorView | null
  readonly verifiedBy?: ActorView | null
}

/** Who said it: the producer's own word, or somebody who checked it. */
export type ActorView = { readonly role: string; readonly name: string; readonly on: string | null }

export type DiaryView = {
  readonly id: string
  readonly kind: string
  readonly occurredOn: string
  /** ISO 8601 instant: entered later than it happened is shown as such. */
  readonly recordedAt: string
  readonly summary: string
  readonly details: Readonly<Record<string, string | number>>
  readonly photos: readonly ImageView[]
  readonly declaredBy: ActorView
  readonly verifiedBy: ActorView | null
  /** What it said before it was corrected, the latest first. */
  readonly earlier: readonly EarlierDiaryView[]
  /** Why it was corrected or taken back. */
  readonly reason: string | null
  /** ISO 8601 instant at which it was taken back; null for what stands. */
  readonly takenBackAt: string | null
  /**
   * What was said in each field, where it was written as an entry of its kind: figures in the units they
   * were said in, choices by their keys. Absent for lines of lists.
   */
  readonly entered?: EnteredView | undefined
  /** For how many households it was written at once; absent where it names none. */
  readonly households?: number | undefined
  /** ISO 8601 instant at which the device wrote it, set right by what it knew of its clock. */
  readonly madeAt?: string | undefined
  /** True where somebody wrote down what another told: a group leader for a member. */
  readonly isOnBehalf?: boolean | undefined
}

/** Values of an entry's fields by their names. */
export type EnteredView = Readonly<
  Record<
    string,
    | string
    | number
    | { readonly value: string; readonly unit: string }
    | { readonly name: string; readonly id: string | null }
  >
>

/** A diary entry as it stood before it was corrected. Nothing is decided by it. */
export type EarlierDiaryView = Pick<
  DiaryView,
  'id' | 'kind' | 'occurredOn' | 'recordedAt' | 'summary' | 'details'
>

export type NoticeView = {
  readonly kind: string
  readonly on: string
  readonly documentNo: string | null
  readonly text: { readonly vi: string; readonly en: string; readonly zh: string }
}

/** The answer to a scan. Instants are ISO 8601 in UTC. */
export type Verdict = {
  readonly authenticity: 'genuine' | 'forged' | 'unknown' | 'malformed' | null
  readonly standing: 'clear' | 'notice' | 'stop' | null
  readonly markets: readonly {
    readonly market: Market
    readonly standing: 'clear' | 'notice' | 'stop'
  }[]
  readonly reasons: readonly VerdictReason[]
  readonly label: LabelView | null
  readonly jws: string | null
  readonly batch: Provenance | null
  readonly scans: { readonly count: number; readonly firstOn: string | null } | null
  readonly checkedAt: string
  readonly asOf: string
  readonly stale: boolean
}

export type VerdictReason = {
  readonly code: string
  readonly severity: 'stop' | 'notice'
  readonly since: string | null
  readonly until: string | null
  readonly market: Market | null
  readonly recordedAt: string | null
  readonly text: { readonly vi: string; readonly en: string; readonly zh: string }
}

export type LabelView = {
  readonly kid: string
  readonly profile: 'compact' | 'full' | 'gs1' | 'certificate'
  readonly batch: string | null
  readonly serial: number | null
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
  readonly gtin: string | null
}
