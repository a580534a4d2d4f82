import type { ReportReason } from '../../worker/domain/reports/report-reasons.ts'
import type { ReportOutcome, ReportState } from '../../worker/domain/reports/report-states.ts'
import type { Choice, FormInput } from '../../worker/resources/form-input.ts'
import type { FormView } from './portal-common.ts'
import type { PageCommon } from './public-common.ts'

/** Who answers for a place, and how they are reached. */
export type AuthorityView = {
  readonly name: string
  readonly hotline: string | null
  readonly hours: string | null
}

/** What is reported about. */
export type ReportedView = {
  readonly text: string
  /** Of a batch that is known. */
  readonly product: string | null
  readonly producer: string | null
  readonly lot: string | null
  /** What the label says now, in words; null for a typed code. */
  readonly verdict: string | null
}

/** `/report`: the form of a report. */
export type ReportPageModel = PageCommon & {
  readonly kind: 'report'
  readonly reported: ReportedView | null
  /** What tells that the form was opened here. */
  readonly seal: string
  readonly inputs: readonly FormInput[]
  readonly provinces: readonly Choice[]
  readonly form: FormView
  readonly authority: AuthorityView | null
}

/** `/report/{RECEIPT}`: how a report stands, and what was answered. */
export type ReportReceiptModel = PageCommon & {
  readonly kind: 'report-receipt'
  /** True right after it was sent. */
  readonly fresh: boolean
  readonly sentAt: number
  readonly reason: ReportReason
  readonly state: ReportState
  readonly outcome: ReportOutcome | null
  readonly product: string | null
  /** Whether a photo was kept; `left_out` where so many had come that it was not. */
  readonly photo: 'kept' | 'left_out' | null
  readonly answers: readonly {
    readonly text: string
    readonly answeredAt: number
    readonly authority: string
  }[]
  readonly authority: AuthorityView | null
}
