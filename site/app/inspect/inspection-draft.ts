import type { Point } from '../../../worker/domain/inspections/answers.ts'
import type { KitForm } from '../../../worker/domain/inspections/inspection-kit.ts'
import type {
  InspectionKind,
  InspectionOutcome,
  PROPOSAL_REASONS,
} from '../../../worker/domain/inspections/kinds.ts'
import type { TypedAnswer, TypedFinding } from '../../../worker/domain/inspections/read-minutes.ts'
import type { RuleLists } from '../../../worker/domain/inspections/rules/rule-lists.ts'
import type { Signature } from '../../../worker/domain/inspections/signature.ts'
import type { Photo } from '../outbox/record.ts'

export type FollowUpDraft = {
  readonly mended: boolean | null
  readonly text: string
  readonly dueOn: string
}

export type SignerDraft = {
  readonly name: string
  readonly position: string
  readonly signature: Signature
}

/**
 * Minutes that are being written. The form is kept with them: a newer version that comes meanwhile
 * changes nothing of what is half-written.
 */
export type InspectionDraft = {
  readonly accountId: string
  /** The record's from the beginning: saved twice it is one. */
  readonly id: string
  /** `inspect/{id}`. */
  readonly key: string
  readonly touchedAt: number
  /** The day it was begun, by the best clock the phone has. */
  readonly on: string
  readonly siteId: string | null
  readonly siteName: string
  /** The visit of a plan that it fulfils. */
  readonly visitId: string | null
  /** As typed or of the place chosen; empty where there is none. */
  readonly code: string
  readonly kind: InspectionKind
  readonly form: KitForm | null
  /** What the markets of the place asked when it was chosen; it goes along with the minutes. */
  readonly rules?: RuleLists | null
  readonly answers: Readonly<Record<string, TypedAnswer>>
  readonly photos: Readonly<Record<string, readonly Photo[]>>
  readonly findings: readonly TypedFinding[]
  readonly followUps: Readonly<Record<string, FollowUpDraft>>
  readonly outcome: InspectionOutcome | null
  readonly conclusion: string
  readonly proposal: { readonly reasonCode: ProposalReason; readonly reason: string } | null
  readonly place: Point | null
  readonly inspector: SignerDraft
  readonly holder: SignerDraft & { readonly whyUnsigned: string }
  /** In the queue; kept until the server has it, so that what it refuses can be mended. */
  readonly isFinished?: boolean
}

export type ProposalReason = (typeof PROPOSAL_REASONS)[number]

export const INSPECTION_KEY = 'inspect/'

export function newInspection(given: {
  readonly accountId: string
  readonly id: string
  readonly on: string
  readonly name: string
}): InspectionDraft {
  const { accountId, id, on, name } = given
  return {
    ...{ accountId, id, on, key: `${INSPECTION_KEY}${id}`, touchedAt: 0 },
    ...{ siteId: null, siteName: '', visitId: null, code: '', kind: 'periodic', form: null },
    ...{ answers: {}, photos: {}, findings: [], followUps: {} },
    ...{ outcome: null, conclusion: '', proposal: null, place: null },
    inspector: { name, position: '', signature: [] },
    holder: { name: '', position: '', signature: [], whyUnsigned: '' },
  }
}
