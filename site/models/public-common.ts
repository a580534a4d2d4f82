import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Language, LocalText } from '../../worker/lib/text/local-text.ts'

export type PageCommon = {
  readonly lang: Language
  /** True where the data are synthetic; every page then says so. */
  readonly demo: boolean
  readonly issuer: IssuerView
}

/** Who runs this installation and answers for its labels. */
export type IssuerView = {
  readonly name: string
  /** A telephone number as printed, e.g. `1900 1234`; null when there is none. */
  readonly hotline: string | null
  /** Where a problem is reported (https: or mailto:); null when there is no such place. */
  readonly reportUrl: string | null
}

/** What is public of a code. Dates are Asia/Ho_Chi_Minh; what is not known is null. */
export type CodeEntry = {
  readonly code: string
  readonly kind: string
  readonly scheme: string
  /** `name` is null where it is a person's who has not agreed to be named. */
  readonly holder: { readonly name: string | null; readonly kind: string }
  readonly name: string
  readonly commune: string | null
  readonly province: string | null
  readonly crops: readonly {
    readonly name: string
    readonly variety: string | null
    readonly areaHa: number | null
  }[]
  readonly areaHa: number | null
  readonly legacyCode: string | null
  /** WGS84 to two decimals, about a kilometre. */
  readonly point: { readonly lat: number; readonly lng: number } | null
  /** The day it was taken out of the lists as entered by mistake. */
  readonly withdrawnOn: string | null
  readonly supersedes: string | null
  readonly supersededBy: readonly string[]
  readonly markets: readonly CodeMarketEntry[]
  /** Newest first, in the order in which decisions count. */
  readonly history: readonly CodeDecisionEntry[]
}

export type CodeMarketEntry = {
  readonly market: string
  readonly statusToday: CodeStatus
  readonly since: string | null
  readonly validTo: string | null
}

export type CodeDecisionEntry = {
  readonly market: string
  readonly status: CodeStatus
  readonly effectiveOn: string
  /** ISO 8601 instant. */
  readonly recordedAt: string
  readonly documentNo: string | null
  readonly text: LocalText | null
  /** True when a later decision corrected it. */
  readonly amended: boolean
}
