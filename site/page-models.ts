import type { ForeignCode } from '../worker/domain/label/foreign-code.ts'
import type { NoticeItem } from '../worker/domain/notices.ts'
import type { PublicRecall } from '../worker/domain/recalls/public-recall.ts'
import type { Verdict } from '../worker/domain/standing/provenance.ts'
import type { LabelSlots } from './label-slots.ts'
import type { AccountPageModel } from './models/account.ts'
import type { AuditPageModel } from './models/audit.ts'
import type { CertificatePageModel, ScannedCertificateModel } from './models/certificates.ts'
import type { CodesPageModel } from './models/codes.ts'
import type { ConfirmPageModel } from './models/confirm.ts'
import type { HandbookIndexModel, HandbookPageModel } from './models/handbook.ts'
import type { HomePageModel as PortalHomePageModel } from './models/home.ts'
import type { ImportsPageModel } from './models/imports.ts'
import type { MapPageModel } from './models/map.ts'
import type { PortalProblemModel } from './models/portal-common.ts'
import type {
  OrganisationPageModel,
  ProductPageModel,
  ProductPhotoOutModel,
  ProductPhotosModel,
} from './models/products.ts'
import type { CodeEntry, PageCommon } from './models/public-common.ts'
import type { RecallsPageModel } from './models/recalls.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from './models/records.ts'
import type {
  OpenDataPageModel,
  RegisterPageModel,
  SuspensionsPageModel,
} from './models/register.ts'
import type { ReportPageModel, ReportReceiptModel } from './models/report.ts'
import type { BatchAbout } from './models/scan.ts'
import type { SearchPageModel } from './models/search.ts'
import type { ShareOverPageModel, SharePageModel } from './models/share.ts'
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
  | TestPrintPageModel
  | NoticesPageModel
  | ProblemPageModel
  | CheckPageModel
  | CodePageModel
  | RegisterPageModel
  | SuspensionsPageModel
  | OpenDataPageModel
  | MapPageModel
  | ProductPageModel
  | OrganisationPageModel
  | RecallsPageModel
  | HandbookPageModel
  | HandbookIndexModel
  | SearchPageModel
  | ReportPageModel
  | ReportReceiptModel
  | ConfirmPageModel
  | SharePageModel
  | ShareOverPageModel
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
  | DetailModel
  | ProductPhotosModel
  | ProductPhotoOutModel
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
  /** True where the label has a PIN under a scratch layer, which is asked for. */
  readonly hasPin: boolean
  readonly slots: LabelSlots
  /** Where pages of labels are: what the address of this one must begin with. */
  readonly origin: string
  /** What is told of the batch beside its provenance; null without a batch. */
  readonly about: BatchAbout | null
}

/** `/home`: what this is, a form for a typed code, the newest notices. */
export type HomePageModel = PageCommon & {
  readonly kind: 'home'
  readonly notices: readonly NoticeItem[]
  /** The newest of what is being recalled. */
  readonly recalls: readonly PublicRecall[]
  /** Labels to try on a demonstration; empty elsewhere. */
  readonly examples: readonly { readonly text: string; readonly href: string }[]
}

/** `/test-print`: a sample that was printed to try a printer was scanned. */
export type TestPrintPageModel = PageCommon & { readonly kind: 'test-print' }

/** `/notices`: public suspensions, revocations and recalls, newest first. */
export type NoticesPageModel = PageCommon & {
  readonly kind: 'notices'
  readonly items: readonly NoticeItem[]
  readonly newerHref: string | null
  readonly olderHref: string | null
  readonly atomHref: string
}

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
  /** Whose a text looks like that is no label; null for labels and for what looks like nothing. */
  readonly foreign: ForeignCode | null
  /** Where the public keys are, e.g. `https://goc.example/.well-known/jwks.json`. */
  readonly keySetUrl: string
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

/** The page's own model: a page is rendered by the kind of its model, and never without one. */
export function pageModel<K extends PageKind>(
  locals: { readonly page?: PageModel | undefined },
  kind: K,
): Extract<PageModel, { kind: K }> {
  const { page } = locals
  if (page?.kind !== kind) throw new Error(`the page ${kind} was asked for without its model`)
  // The narrowing by `kind` is what the cast states; TypeScript does not follow it through K.
  return page as Extract<PageModel, { kind: K }>
}
