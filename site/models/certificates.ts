import type { Verdict } from '../../worker/domain/standing/provenance.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { Choice } from '../../worker/resources/form-input.ts'
import type { LabelSlots } from '../label-slots.ts'
import type { FormView, PortalCommon } from './portal-common.ts'
import type { CodeEntry, IssuerView } from './public-common.ts'

/** `/certificate`: a genuine printed certificate that was scanned. */
export type ScannedCertificateModel = {
  readonly kind: 'certificate'
  readonly lang: Language
  readonly demo: boolean
  readonly issuer: IssuerView
  readonly verdict: Verdict
  readonly code: string
  /** Null while the register cannot be read. */
  readonly entry: CodeEntry | null
  /** Epoch milliseconds. */
  readonly issuedAt: number
  readonly today: string
  readonly slots: LabelSlots
}

/** Pages of certificates and notices in the portal. */
export type CertificatePageModel =
  | CertificateOverviewModel
  | CertificateSheetModel
  | CertificateSheetsModel
  | ManyCertificatesModel
  | HouseholdNoticeModel

/** `/portal/certificates/overview`: what stands in the way of a certificate, and those issued. */
export type CertificateOverviewModel = PortalCommon & {
  readonly kind: 'portal/certificates/overview'
  readonly code: string
  readonly markets: readonly MarketLine[]
  readonly today: string
  /** Why none may be issued now, in the reader's language; null when one may. */
  readonly refusal: string | null
  /** To the notice for households; null for a packing house, which has none. */
  readonly noticeHref: string | null
  readonly issues: readonly {
    readonly href: string | null
    readonly at: string
    readonly by: string
    readonly kid: string
    /** Why this one cannot be printed again; null when it can. */
    readonly note: string | null
  }[]
  readonly form: FormView
}

export type MarketLine = {
  readonly market: string
  readonly name: string
  readonly status: CodeStatus
  readonly since: string | null
}

/** `/portal/certificates/sheet`: a certificate, or the paper of a batch, on one A4 page, in the language of whoever prints it. */
export type CertificateSheetModel = PortalCommon & {
  readonly kind: 'portal/certificates/sheet'
  readonly backHref: string
  readonly backText: string
  readonly sheet: CertificateSheet
}

/** `/portal/certificates/sheets`: certificates of several codes, a page each. */
export type CertificateSheetsModel = PortalCommon & {
  readonly kind: 'portal/certificates/sheets'
  readonly backHref: string
  readonly sheets: readonly CertificateSheet[]
  /** Codes that have none, in words; null where all have one. */
  readonly missing: string | null
}

/** `/portal/certificates/many`: of which codes of a list certificates are printed. */
export type ManyCertificatesModel = PortalCommon & {
  readonly kind: 'portal/certificates/many'
  readonly action: string
  readonly codes: readonly (Choice & { readonly hint: string })[]
  /** That there are more than can be printed at a time; null where there are not. */
  readonly cut: string | null
  readonly form: FormView
}

export type CertificateSheet = {
  readonly authority: string
  readonly title: string
  readonly number: string
  readonly code: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly statusTitle: string
  readonly markets: readonly MarketLine[]
  /** What stands there without any. */
  readonly noMarkets: string
  /** How many markets found no room, in words; null when all did. */
  readonly moreMarkets: string | null
  /** Corner points of the boundary, as many as find room; null where none is known. */
  readonly corners: {
    readonly title: string
    readonly points: readonly string[]
    readonly more: string | null
  } | null
  /** Where the authority signs and seals. */
  readonly signature: { readonly day: string; readonly who: string; readonly how: string }
  /** What scanning tells, and what the paper alone does not. */
  readonly scanNote: string
  readonly issuedLine: string
  readonly printedLine: string
  readonly qr: QrView
  /** The label as printed, in lines that wrap anywhere. */
  readonly url: string
}

/** A QR symbol as one SVG path over `size` modules a side, quiet zone apart. */
export type QrView = { readonly path: string; readonly size: number }

/** `/portal/certificates/household-notice`: an A4 page for those who farm the area. */
export type HouseholdNoticeModel = PortalCommon & {
  readonly kind: 'portal/certificates/household-notice'
  readonly backHref: string
  /** The markets that may be told of, to choose between. */
  readonly choices: readonly {
    readonly href: string
    readonly text: string
    readonly current: boolean
  }[]
  readonly notice: HouseholdNotice | null
  /** A second sheet with the households to sign; null where it was not asked for or is not to be seen. */
  readonly signatures: SignatureSheet | null
  /** To the page with or without that sheet; null for who may not see the households. */
  readonly listLink: { readonly href: string; readonly text: string } | null
}

export type HouseholdNotice = {
  readonly authority: string
  readonly title: string
  readonly lead: string
  readonly meaning: readonly string[]
  /** The authority's own words, where it gave some. */
  readonly reason: string | null
  readonly todoTitle: string
  readonly todo: readonly string[]
  readonly basis: string | null
  readonly contact: string
  readonly qr: QrView
  readonly qrNote: string
  readonly url: string
  readonly printedLine: string
}

export type SignatureSheet = {
  readonly title: string
  readonly rows: readonly { readonly no: number; readonly name: string; readonly plot: string }[]
  /** Households beyond those listed, in words; null when all are there. */
  readonly more: string | null
}
