import { type CodeTarget, readCodeTargets } from '../../../db/queries/code-portal.ts'
import {
  type RegisterCode,
  type RegisterEvent,
  readMarketEvents,
} from '../../../db/queries/code-register.ts'
import { isDecisionReason } from '../../domain/codes/decision-reasons.ts'
import { decide } from '../../domain/decisions/decide.ts'
import { toStatusEvent } from '../../domain/decisions/to-status-event.ts'
import type { AskedDecision, Ruling } from '../../domain/decisions/types.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import {
  type CodeStatusFields,
  type CodeStatusInput,
  codeStatusInput,
} from './code-status-input.ts'
import { findRegisterCode } from './find-register-code.ts'
import { rulingProblem } from './ruling-problem.ts'
import { codeWithdrawn, targetOf } from './target-of.ts'

/** A decision as it was asked for, what it meets, and what becomes of it. */
export type RuledStatus = {
  readonly parsed: CodeStatusFields
  readonly code: RegisterCode
  readonly target: CodeTarget
  readonly market: string
  readonly events: readonly RegisterEvent[]
  /** Status today, as it stands. */
  readonly before: CodeStatus
  readonly today: string
  readonly ruling: Exclude<Ruling, { readonly kind: 'refuse' }>
  /** How the code was read, where it was typed otherwise; in Vietnamese. */
  readonly told: readonly string[]
}

/** Rules on a decision before it is recorded, or only looked at. Throws what stands against it. */
export async function ruleOnStatus(ctx: VerbContext, input: CodeStatusInput): Promise<RuledStatus> {
  requireAny(ctx, 'codes.decide')
  const parsed = parseInput(codeStatusInput, input)
  const today = vietnamDateOf(ctx.now())
  const { code, readAs } = await findRegisterCode(ctx.db, parsed.code)
  const { market } = parsed
  const [events, [target]] = await Promise.all([
    readMarketEvents(ctx.db, { codeId: code.id, market }),
    readCodeTargets(ctx.db, [code.id]),
  ])
  if (target === undefined) throw new Error(`code ${code.code} has no site`)
  requirePermission(ctx, 'codes.decide', targetOf(target))
  if (target.withdrawnAt !== null) throw codeWithdrawn(code.code)
  const ruling = decide({ code: code.code, market, events }, askedOf(parsed), today)
  if (ruling.kind === 'refuse') throw rulingProblem(ruling.refusal)
  return {
    parsed,
    code,
    target,
    market,
    events,
    before: statusOn(events.map(toStatusEvent), market, today),
    today,
    ruling,
    told: readAs === null ? [] : [readAs],
  }
}

function askedOf(fields: CodeStatusFields): AskedDecision {
  const { status, effectiveOn, reason, documentNo, wording, amends } = fields
  return {
    kind: 'decision',
    source: 'officer',
    status,
    effectiveOn,
    reason,
    documentNo,
    wording: wording == null ? null : JSON.stringify(wording),
    reasonCode: fields.reasonCode ?? (isDecisionReason(reason) ? reason : null),
    amendsId: amends ?? null,
    endsTerm: false,
    seen: fields.expectedLastEventId,
  }
}
