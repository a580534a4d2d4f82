import type { LocalText } from '../../lib/text/local-text.ts'
import type { UseFault } from '../code-use/authorisation-for.ts'
import type { ReasonCode } from './reasons.ts'

/** How a scanned text is judged before anything is said about the goods. */
export type Authenticity = 'genuine' | 'forged' | 'unknown' | 'malformed'

/** Whether goods under a genuine label may be sold and eaten. */
export type Standing = 'clear' | 'notice' | 'stop'

/** `VNM` (domestic), an ISO 3166-1 alpha-3 country, or `EU`. */
export type Market = string

export const SITE_KINDS = ['growing_area', 'packing_house'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export const CODE_STATUSES = [
  'pending_foreign_approval',
  'active',
  'suspended',
  'revoked',
  'cancelled',
  'expired',
  'none',
] as const
export type CodeStatus = (typeof CODE_STATUSES)[number]

/** One decision about a code in a market. Append-only: a correction is a new event that `amends` an old one. */
export type StatusEvent = {
  readonly id: string
  readonly market: Market
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly recordedAt: number
  readonly reason: string | null
  readonly documentNo: string | null
  /** The authority's public wording, where it gave one. */
  readonly text: LocalText | null
  readonly amends: string | null
}

/** What of a decision tells whether it is the one that counts, and what it says. */
export type DecidingEvent = Pick<
  StatusEvent,
  'id' | 'market' | 'status' | 'effectiveOn' | 'recordedAt' | 'amends'
>

/** A code that a batch was sealed with. `siteId` groups the codes of one growing area or packing house. */
export type CodeFacts = {
  readonly code: string
  readonly kind: SiteKind
  readonly siteId: string
  readonly events: readonly StatusEvent[]
}

export type RunFacts = {
  readonly id: string
  readonly profile: 'compact' | 'full' | 'gs1'
  readonly kid: string
  /** Serial range, both ends included; 0 to 0 for a whole-batch run. */
  readonly fromSerial: number
  readonly toSerial: number
  readonly createdAt: number
  /** Runs of this key at or after this instant are not to be trusted; null while the key is. */
  readonly keyRevokedFrom: number | null
  /** When the revocation was recorded. */
  readonly keyRevokedAt: number | null
  /** True where each unit's label has a PIN under a scratch layer. It decides nothing of a standing. */
  readonly hasPin: boolean
}

export const EXCEPTION_KINDS = [
  'void',
  'stolen',
  'lost',
  'recalled',
  'copy_suspected',
  'code_use_not_authorised',
] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

/** Something that happened to a batch or to a range of its labels. Append-only; `amends` takes one back. */
export type ExceptionFacts = {
  readonly id: string
  readonly kind: ExceptionKind
  /** The run the range belongs to; null with a null range for the whole batch. */
  readonly runId: string | null
  readonly fromSerial: number | null
  readonly toSerial: number | null
  readonly effectiveOn: string
  readonly recordedAt: number
  readonly text: LocalText | null
  readonly documentNo: string | null
  /** The authority whose word it is; null for the issuer's own. */
  readonly authority: string | null
  readonly amends: string | null
  /** True for a row that only takes back the one it amends. */
  readonly withdrawn: boolean
}

/** What stands about the use of a code that the batch's organisation was not shown to be entitled to. */
export type CodeUse = {
  readonly code: string
  /** `unconfirmed`: sealed before it was asked for. `not_authorised`: not sealed, and not to be. */
  readonly standing: 'unconfirmed' | 'not_authorised' | 'allowed'
  /** Given where the use was allowed. */
  readonly allowance: Allowance | null
  /** What stands against it, where it is not authorised. */
  readonly objections?: readonly UseObjection[]
}

/** Why a code may not be used, with its figures: kilograms, hectares, tonnes a hectare. */
export type UseObjection = {
  readonly kind: UseFault | 'quota'
  readonly figures: Readonly<Record<string, number>>
}

/** An officer's word that goods may go out although a rule stands against it. */
export type Allowance = {
  readonly on: string
  readonly recordedAt: number
  /** The authority the officer speaks for. */
  readonly by: string
  readonly reason: string
}

/** A harvest that came before the pre-harvest interval of a spray had passed. */
export type PreHarvestBreach = {
  readonly productName: string
  readonly sprayedOn: string
  readonly intervalDays: number
  readonly harvestedOn: string
}

/** What a laboratory found; `passed` is null where no limit is known. */
export type TestView = {
  readonly analyte: string
  readonly result: string
  readonly limit: string | null
  readonly laboratory: string | null
  readonly sampledOn: string | null
  readonly passed: boolean | null
}

/** All that `decideStanding` looks at, already loaded. */
export type StandingFacts = {
  readonly packedOn: string
  readonly expiresOn: string | null
  readonly markets: readonly Market[]
  readonly codes: readonly CodeFacts[]
  readonly exceptions: readonly ExceptionFacts[]
  readonly preHarvestBreaches: readonly PreHarvestBreach[]
  /** An officer's word that the breached interval is no hindrance. */
  readonly intervalOverride: Allowance | null
  readonly codeUse: readonly CodeUse[]
  /** What laboratories found in samples of the batch. */
  readonly tests: readonly TestView[]
  readonly producerSuspendedOn: string | null
  /** The label asked about; null for a typed code, which stands for no label. */
  readonly label: {
    /** Every run that holds this serial under this key and profile: whole-batch runs share serial 0. */
    readonly runIds: readonly string[]
    readonly serial: number
    readonly keyRevokedFrom: number | null
    readonly keyRevokedAt: number | null
    /** When its counted scans were found to be too many for one package; absent where they are not. */
    readonly copySuspectedAt?: number | null
  } | null
}

export type Reason = {
  readonly code: ReasonCode
  readonly severity: 'stop' | 'notice'
  /** Calendar dates, Asia/Ho_Chi_Minh. */
  readonly since: string | null
  readonly until: string | null
  /** The market it is limited to; null when it holds everywhere. */
  readonly market: Market | null
  /** When the system learned of it, epoch milliseconds. */
  readonly recordedAt: number | null
  /** The decision it rests on; the text names it too. */
  readonly documentNo: string | null
  readonly text: LocalText
  /** The parts of the text, for who shows them apart: see `batchNotices`. */
  readonly decision?: ReasonDecision
}

/** What a reason says, what was announced with it, and whose word it is where that is on record. */
export type ReasonDecision = {
  readonly sentence: LocalText
  readonly wording: LocalText | null
  readonly by: string | null
}

export type MarketStanding = { readonly market: Market; readonly standing: Standing }

export type StandingDecision = {
  readonly standing: Standing
  readonly markets: readonly MarketStanding[]
  readonly reasons: readonly Reason[]
}
