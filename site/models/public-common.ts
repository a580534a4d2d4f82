import type { PublicCode, PublicDecision } from '../../worker/domain/codes/public-code.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

export type PageCommon = {
  readonly lang: Language
  /** True where the data are synthetic; every page then says so. */
  readonly demo: boolean
  readonly issuer: IssuerView
  /** `https://host[:port]` of this installation, for addresses that leave it. */
  readonly origin?: string
}

/** Who runs this installation and answers for its labels. */
export type IssuerView = {
  readonly name: string
  /** A telephone number as printed, e.g. `1900 1234`; null when there is none. */
  readonly hotline: string | null
}

/** What is public of a code, as its page and its certificate tell it. */
export type CodeEntry = Omit<PublicCode, 'history'> & {
  readonly history: readonly CodeDecisionEntry[]
}

/** A decision as announced; the officer's own words to its reason are for the API. */
export type CodeDecisionEntry = Omit<PublicDecision, 'reason'>
