import type { Statement } from '../../../db/queries/run-batch.ts'
import { CODE_FORM_COPY as W } from '../../copy/portal/code-form.ts'
import { DECISION_REASON_NAMES, suggestedWording } from '../../copy/portal/decision.ts'
import { type DecisionReason, isDecisionReason } from '../../domain/codes/decision-reasons.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { decidedMarketField, statusField } from './code-status-input.ts'
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
  const { wordingVi: _vi, wordingEn: _en, wordingZh: _zh, reasonCode, ...fields } = form
  const chosen = isDecisionReason(reasonCode) ? reasonCode : null
  if (chosen === null) throw invalidInput([{ path: 'reasonCode', text: W.reasonChoose }])
  return recordCodeStatus({
    ctx,
    input: {
      ...{ ...fields, reasonCode: chosen },
      reason: reasonText(form.reason, chosen),
      wording: wordingOf(form, chosen),
    },
    ...(also === undefined ? {} : { also }),
  })
}

/** The words suggested for what was chosen so far; null while market or status is missing. */
export function wordingFor(
  form: Pick<DecisionForm, 'market' | 'status' | 'reasonCode'>,
): LocalText | null {
  try {
    const reasonCode = isDecisionReason(form.reasonCode) ? form.reasonCode : null
    const market = parseInput(decidedMarketField, form.market)
    return suggestedWording({ status: parseInput(statusField, form.status), market, reasonCode })
  } catch {
    return null
  }
}

function reasonText(typed: string, chosen: DecisionReason): string {
  const text = typed.trim()
  if (text !== '') return text
  if (chosen === 'other') throw invalidInput([{ path: 'reason', text: W.reasonMissing }])
  return DECISION_REASON_NAMES[chosen].vi
}

function wordingOf(form: DecisionForm, chosen: DecisionReason): LocalText | null {
  const typed = { vi: form.wordingVi.trim(), en: form.wordingEn.trim(), zh: form.wordingZh.trim() }
  const given = Object.values(typed).filter((text) => text !== '').length
  if (given === 3) return typed
  if (given > 0) throw invalidInput([{ path: 'wordingVi', text: W.wordingAll }])
  return wordingFor({ ...form, reasonCode: chosen })
}
