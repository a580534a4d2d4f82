import type { Verdict } from '../worker/domain/standing/provenance.ts'
import type { CodeStatus } from '../worker/domain/standing/types.ts'
import type { Language, LocalText } from '../worker/domain/text.ts'
import type { LabelSlots } from './label-slots.ts'
import type { AccountPageModel } from './models/account.ts'
import type { AuditPageModel } from './models/audit.ts'
import type { CertificatePageModel, ScannedCertificateModel } from './models/certificates.ts'
import type { CodesPageModel } from './models/codes.ts'
import type { HomePageModel as PortalHomePageModel } from './models/home.ts'
import type { ImportsPageModel } from './models/imports.ts'
import type { PortalProblemModel } from './models/portal-common.ts'
import type { RecordFormModel, RecordListModel } from './models/records.ts'
import type {
  OpenDataPageModel,
  RegisterPageModel,
  SuspensionsPageModel,
} from './models/register.ts'
import type { SitesPageModel } from './models/sites.ts'

export {
  cutAtSlots,
  type LabelSlots,
  labelSlots,
  SLOT_MARKERS,
  SLOT_NAMES,
  type SlotName,
  type SlotSource,
  type SlottedHtml,
  slotText,
} from './label-slots.ts'

/**
 * All that a public page shows. The worker puts one in `locals.page` and renders the page of the
 * same name; the page reads nothing else.
 */
export type PageModel =
  | ScanPageModel
  | HomePageModel
  | NoticesPageModel
  | ProblemPageModel
  | CheckPageModel
  | CodePageModel
  | RegisterPageModel
  | SuspensionsPageModel
  | OpenDataPageModel
  | ScannedCertificateModel
  | AccountPageModel
  | PortalHomePageModel
  | SitesPageModel
  | CodesPageModel
  | CertificatePageModel
  | ImportsPageModel
  | AuditPageModel
  | RecordListModel
  | RecordFormModel
  | PortalProblemModel

export type {
  OpenDataPageModel,
  RegisterAsked,
  RegisterEntryView,
  RegisterPageModel,
  SuspensionsPageModel,
  SuspensionView,
} from './models/register.ts'

export type PageKind = PageModel['kind']

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

/**
 * `/scan`: a scanned label, or a batch code typed by hand. Whether a certificate has lapsed is told
 * from the Vietnamese day of `verdict.checkedAt`, so kept HTML must not outlive that day.
 */
export type ScanPageModel = PageCommon & {
  readonly kind: 'scan'
  readonly verdict: Verdict
  /** True for a typed batch code, which proves nothing about a label. */
  readonly typed: boolean
  /** True for a text that was a label once: it is not the label that is damaged. */
  readonly altered: boolean
  readonly slots: LabelSlots
}

/** `/home`: what this is, a form for a typed code, the newest notices. */
export type HomePageModel = PageCommon & {
  readonly kind: 'home'
  readonly notices: readonly NoticeItem[]
  /** Labels to try on a demonstration; empty elsewhere. */
  readonly examples: readonly { readonly text: string; readonly href: string }[]
}

/** `/notices`: public suspensions, revocations and recalls, newest first. */
export type NoticesPageModel = PageCommon & {
  readonly kind: 'notices'
  readonly items: readonly NoticeItem[]
  readonly newerHref: string | null
  readonly olderHref: string | null
  readonly atomHref: string
}

export type NoticeItem = {
  readonly kind: NoticeKind
  /** The day it took effect, Asia/Ho_Chi_Minh. */
  readonly on: string
  /** ISO 8601 in UTC; lists go by it. */
  readonly recordedAt: string
  /** The code or batch concerned, and where to read about it. */
  readonly subject: { readonly text: string; readonly href: string } | null
  /** Producer, growing area or product, as people call it. */
  readonly name: string | null
  /** `VNM`, ISO 3166-1 alpha-3 or `EU`; null when it holds everywhere. */
  readonly market: string | null
  readonly documentNo: string | null
  readonly text: LocalText
}

export type NoticeKind = 'suspension' | 'revocation' | 'cancellation' | 'restoration' | 'recall'

export type ProblemStatus = 400 | 404 | 429 | 500 | 503

/** `/problem`: what went wrong and what to do. */
export type ProblemPageModel = PageCommon & {
  readonly kind: 'problem'
  readonly status: ProblemStatus
  /** Told to the operator when asking for help; null when there is none. */
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  /** A mistyped batch code gets its own words; null otherwise. */
  readonly typedRef: string | null
  /** A code of the register that was not found, as typed, and those it may mean; null otherwise. */
  readonly typedCode: TypedCode | null
}

export type TypedCode = { readonly typed: string; readonly candidates: readonly string[] }

/** `/check`: how to check a label without trusting this site, and a verdict on a pasted code. */
export type CheckPageModel = PageCommon & {
  readonly kind: 'check'
  /** The text that was asked about, as typed; null before asking. */
  readonly code: string | null
  /** The answer; null before asking, or when the text is too long to be a label. */
  readonly verdict: Verdict | null
  /** True where the text was a label once and was altered. */
  readonly altered: boolean
  /** Where the public keys are, e.g. `https://goc.example/.well-known/jwks.json`. */
  readonly keySetUrl: string
  /** A label to follow the steps with: its URL and the same label as a JWS. */
  readonly example: { readonly url: string; readonly jws: string } | null
}

/** `/code`: a growing-area or packing-house code, as the public register has it. */
export type CodePageModel = PageCommon & {
  readonly kind: 'code'
  readonly entry: CodeEntry
  /** The day `entry` tells the statuses of, Asia/Ho_Chi_Minh. */
  readonly today: string
  /** When the register was read, epoch milliseconds. */
  readonly asOf: number
  /** True while the database does not answer and older data stand in. */
  readonly stale: boolean
  /** What was announced about it and stands, newest first. */
  readonly notices: readonly NoticeItem[]
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

/** The page's own model, or null when the page was asked for without one. */
export function pageModel<K extends PageKind>(
  locals: { readonly page?: PageModel | undefined },
  kind: K,
): Extract<PageModel, { kind: K }> | null {
  const { page } = locals
  // The narrowing by `kind` is what the cast states; TypeScript does not follow it through K.
  return page?.kind === kind ? (page as Extract<PageModel, { kind: K }>) : null
}
