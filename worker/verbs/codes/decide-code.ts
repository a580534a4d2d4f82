import type { Statement } from '../../../db/queries/run-batch.ts'
import { CODE_FORM_COPY as W } from '../../copy/portal/code-form.ts'
import { DECISION_REASON_NAMES } from '../../copy/portal/decision.ts'
import {
  DECISION_REASONS,
  type DecisionReason,
  isDecisionReason,
} from '../../domain/codes/decision-reasons.ts'
import type { VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { CodeStatusInput } from './code-status-input.ts'
import { decidedWording } from './decision-wording.ts'
import { type RecordedStatus, recordCodeStatus } from './record-code-status.ts'

/** A decision as the form of the portal has it; texts left empty are filled in from the reason. */
export type DecisionForm = {
  readonly code: string
  readonly market: string
  readonly status: string
  readonly effectiveOn: string
  readonly reasonCode: string
  readonly reason: string
  readonly documentNo: string
  readonly wordingVi: string
  readonly wordingEn: string
  readonly wordingZh: string
  readonly amends: string | null
  readonly expectedLastEventId: string | null
  readonly confirm: boolean
}

/**
 * Records a decision from the form: as `recordCodeStatus`, but unusual days wait for a tick, and the
 * reason's own words stand where none were given. `also` adds what belongs to the new decision.
 */
export function decideCode(args: {
  readonly ctx: VerbContext
  readonly form: DecisionForm
  readonly also?: (eventId: string) => readonly Statement[]
}): Promise<RecordedStatus> {
  const { ctx, form, also } = args
  const input = statusInputOf(form)
  return recordCodeStatus({ ctx, input, ...(also === undefined ? {} : { also }) })
}

/** The decision that a form states; throws `invalid_input` where it chooses no reason. */
export function statusInputOf(form: DecisionForm): CodeStatusInput {
  const { wordingVi: _vi, wordingEn: _en, wordingZh: _zh, reasonCode, ...fields } = form
  const chosen = isDecisionReason(reasonCode) ? reasonCode : null
  if (chosen === null) throw invalidField('reasonCode', W.reasonChoose)
  return {
    ...fields,
    reasonCode: chosen,
    reason: reasonText(form, chosen),
    wording: decidedWording(form, chosen),
  }
}

/**
 * The reason's own name stands where nothing was typed. The name of another reason is one that came
 * with a decision to correct: it follows the choice.
 */
function reasonText(form: DecisionForm, chosen: DecisionReason): string {
  const text = form.reason.trim()
  const isName = form.amends !== null && reasonNamed(text) !== null
  if (text !== '' && !isName) return text
  if (chosen === 'other') throw invalidField('reason', W.reasonMissing)
  return DECISION_REASON_NAMES[chosen].vi
}

/** The reason whose own name this is; null for words of somebody's own. */
export function reasonNamed(text: string): DecisionReason | null {
  return DECISION_REASONS.find((reason) => DECISION_REASON_NAMES[reason].vi === text) ?? null
}
