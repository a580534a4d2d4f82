import type { LocalText } from '../../lib/text/local-text.ts'
import type { PublishedFacts } from '../sites/site-facts.ts'
import type { CodeStatus } from '../standing/types.ts'

/**
 * What is public of a code, as the register lists it: the register's entries, the API, the open data
 * and pages are all made of this. Instants are ISO 8601 in UTC, dates Asia/Ho_Chi_Minh, areas
 * hectares; what is not known is null.
 */
export type PublicCodeSummary = PublishedFacts & {
  readonly code: string
  /** Kind of site: `growing_area`, `packing_house` and others as they come. */
  readonly kind: string
  /** Format of the code, by the rule it follows. */
  readonly scheme: string
  /** `name` is null where it is a person's who has not agreed to be named. */
  readonly holder: { readonly name: string | null; readonly kind: string }
  readonly name: string
  readonly commune: string | null
  readonly province: string | null
  readonly crops: readonly PublicCrop[]
  readonly legacyCode: string | null
  readonly markets: readonly PublicMarket[]
}

export type PublicCrop = {
  readonly name: string
  readonly variety: string | null
  readonly areaHa: number | null
}

export type PublicMarket = {
  readonly market: string
  readonly statusToday: CodeStatus
  /** The day today's status began; null before the first decision. */
  readonly since: string | null
  readonly validTo: string | null
}

/** The whole public entry of a code. */
export type PublicCode = PublicCodeSummary & {
  /** WGS84 to two decimals, about a kilometre; null where no point is known. */
  readonly point: { readonly lat: number; readonly lng: number } | null
  /** The day it was taken out of the lists as entered by mistake, Asia/Ho_Chi_Minh; else null. */
  readonly withdrawnOn: string | null
  /** The older code this one replaced, and those that replaced it. */
  readonly supersedes: string | null
  readonly supersededBy: readonly string[]
  /** Newest first, in the order in which decisions count. */
  readonly history: readonly PublicDecision[]
}

export type PublicDecision = {
  readonly market: string
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly reason: string | null
  readonly documentNo: string | null
  readonly text: LocalText | null
  /** True when a later decision corrected it, so that it no longer counts. */
  readonly amended: boolean
}
