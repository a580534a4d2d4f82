import type { ApplicationKind } from '../applications/kinds.ts'
import type { CaseKind, CaseState } from '../cases/kinds.ts'
import type { CertificationKind } from '../certifications/kinds.ts'
import type { PatternKind } from '../patterns/kinds.ts'

/** What may be waiting for somebody; each is a list of rows. */
export const TASKS = [
  'visits_overdue',
  'visits_due',
  'visits_mine',
  'minutes_drafts',
  'cases_mine',
  'cases_new',
  'findings_due',
  'findings_answered',
  'findings_told',
  'notices_told',
  'own_samples_due',
  'applications_returned',
  'purchases_due',
  'proposals',
  'code_uses',
  'patterns',
  'awaiting_approval',
  'expiring',
  'suspended_long',
  'inactive_codes',
  'no_boundary',
  'no_households',
  'contract_ended',
  'open_batches',
  'certifications_declared',
  'certifications_refused',
  'imports',
  'invitations',
  'letters',
  'keys',
] as const
export type Task = (typeof TASKS)[number]

type CodeOfSite = {
  readonly code: string
  readonly siteName: string
  readonly communeName: string | null
}

/** `day` (`YYYY-MM-DD`) is the one that the task speaks of. */
type CodeInMarket = CodeOfSite & { readonly market: string; readonly day: string | null }

/** `day` is when it was declared, or refused. */
type DeclaredCertification = {
  readonly certificationId: string
  readonly kind: CertificationKind
  readonly number: string | null
  readonly organisationName: string
  readonly day: string | null
}

type BareSite = Pick<CodeOfSite, 'siteName' | 'communeName'> & { readonly siteId: string }

/** `day` is the one it is due on. */
type OpenCase = {
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly day: string | null
}

type OpenFinding = {
  readonly findingId: string
  readonly shown: string
  readonly text: string
  readonly day: string | null
}

/** `day` is the last one of its time; for whoever makes it, the one it is planned on. */
type PlannedVisit = {
  readonly visitId: string
  readonly siteName: string
  readonly communeName: string | null
  readonly inspectorName: string | null
  readonly day: string | null
}

/** `day` is the one a holder reports by. */
type ToldNotice = {
  readonly noticeId: string
  readonly number: string
  readonly subject: string
  readonly market: string
  readonly day: string | null
}

/** A line of an organisation's own plan; `day` is its last one. */
type OwnSamples = {
  readonly planId: string
  readonly cropName: string
  readonly code: string
  readonly left: number
  readonly day: string | null
}

/** `day` is the one it was sent back on. */
type ReturnedApplication = {
  readonly applicationId: string
  readonly number: string
  readonly kind: ApplicationKind
  readonly siteName: string
  readonly reason: string | null
  readonly day: string | null
}

/** What a row of each task shows. */
export type TaskRows = {
  readonly visits_overdue: PlannedVisit
  readonly visits_due: PlannedVisit
  readonly visits_mine: PlannedVisit
  /** Minutes somebody left half-written; `day` is when. */
  readonly minutes_drafts: {
    readonly draftId: string
    readonly siteName: string
    readonly communeName: string | null
    readonly day: string | null
  }
  readonly cases_mine: OpenCase
  readonly cases_new: OpenCase
  readonly findings_due: OpenFinding
  readonly findings_answered: OpenFinding
  readonly findings_told: OpenFinding
  readonly notices_told: ToldNotice
  readonly own_samples_due: OwnSamples
  readonly applications_returned: ReturnedApplication
  /** A period in which goods were packed and that was not reported; `day` is the one it is due on. */
  readonly purchases_due: {
    readonly fromOn: string
    readonly toOn: string
    readonly codes: number
    readonly day: string | null
  }
  readonly proposals: CodeInMarket & { readonly proposalId: string }
  /** A batch that was refused for its use of a code, with the day labels were asked for. */
  readonly code_uses: {
    readonly ref: string
    readonly lot: string
    readonly code: string
    readonly organisationName: string
    readonly day: string | null
  }
  readonly patterns: {
    readonly patternId: string
    readonly kind: PatternKind
    readonly shown: string
    readonly day: string | null
  }
  readonly awaiting_approval: CodeInMarket
  readonly expiring: CodeInMarket
  readonly suspended_long: CodeInMarket
  readonly inactive_codes: CodeOfSite
  readonly no_boundary: BareSite
  readonly no_households: BareSite
  readonly contract_ended: {
    readonly houseId: string
    readonly houseName: string
    /** A growing area of somebody else is known by its code alone. */
    readonly areaName: string
    readonly day: string | null
  }
  readonly open_batches: {
    readonly lot: string
    readonly productName: string
    readonly day: string | null
    readonly ref: string
  }
  readonly certifications_declared: DeclaredCertification
  readonly certifications_refused: DeclaredCertification & { readonly reason: string | null }
  readonly imports: {
    readonly importId: string
    readonly fileName: string
    readonly day: string | null
    readonly state: string | null
    readonly refused: number | null
  }
  readonly invitations: {
    readonly email: string
    readonly organisationId: string
    readonly organisationName: string
    readonly day: string | null
  }
  readonly letters: {
    readonly email: string
    readonly subject: string
    readonly day: string | null
    readonly attempts: number
  }
  readonly keys: { readonly kid: string; readonly authority: string; readonly day: string | null }
}

export type TaskRow = TaskRows[Task]
