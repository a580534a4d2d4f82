import type { CodeTarget } from '../../../db/queries/code-portal.ts'
import type { RegisterCode, RegisterEvent } from '../../../db/queries/code-register.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../db/queries/code-status.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { decidedMeanwhile } from '../../domain/decisions/decide.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { toStatusEvent } from '../../domain/decisions/to-status-event.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { type AuditEntry, change } from '../change.ts'
import type { Call } from '../context.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import type { CodeStatusInput } from './code-status-input.ts'
import { decisionMessage } from './decision-message.ts'
import { ruleOnStatus } from './rule-on-status.ts'
import { rulingProblem } from './ruling-problem.ts'
import { targetOf } from './target-of.ts'

export type RecordedStatus = {
  /** False when the very same decision stands already. */
  readonly recorded: boolean
  readonly eventId: string
  readonly code: string
  readonly market: string
  /** Status today before and after; `none` where nothing was ever decided. */
  readonly before: CodeStatus
  readonly after: CodeStatus
  /** In Vietnamese. */
  readonly warnings: readonly string[]
}

/**
 * Records a decision on a code in one market: suspension, revocation, restoration and the rest. The
 * history only grows; `amends` corrects an earlier decision. Days that are unusual are warned of and
 * kept, for decisions do come late and ahead of time; with `confirm: false` they are refused until
 * they are confirmed. Of two officers who decide at once on the same code and market, the second
 * gets a `conflict` and looks again. The holder is told in the same atomic batch.
 */
export async function recordCodeStatus({
  ctx,
  input,
  also,
}: Call<CodeStatusInput> & {
  /** What else belongs to the new decision, for its batch. */
  also?: (eventId: string) => readonly Statement[]
}): Promise<RecordedStatus> {
  const asked = await ruleOnStatus(ctx, input)
  const { parsed, code, target, market, events, before, today, ruling, told } = asked
  if (ruling.kind === 'same') {
    const result = { recorded: false, eventId: ruling.decisionId, code: code.code, market }
    return { ...result, before, after: before, warnings: told }
  }
  const warnings = ruling.kind === 'warn' ? ruling.warnings.map(({ text }) => text) : []
  if (parsed.confirm === false && warnings.length > 0) throw unconfirmed(warnings)
  const event: NewDecision = {
    ...ruling.said,
    id: ctx.newId(),
    codeId: code.id,
    market,
    recordedAt: nextInstant(events, ctx.now()),
  }
  await store(ctx, { code, target, events, event, before, also: also?.(event.id) ?? [] })
  return {
    recorded: true,
    eventId: event.id,
    code: code.code,
    market,
    before,
    after: statusOn([...events, event].map(toStatusEvent), market, today),
    warnings: [...told, ...warnings.map(({ vi }) => vi)],
  }
}

type Stored = {
  readonly code: RegisterCode
  readonly target: CodeTarget
  readonly events: readonly RegisterEvent[]
  readonly event: NewDecision
  readonly before: CodeStatus
  readonly also: readonly Statement[]
}

async function store(ctx: VerbContext, input: Stored): Promise<void> {
  const { code, target, events, event } = input
  const eventId = events.at(-1)?.id ?? null
  const seen = { codeId: code.id, market: event.market, eventId }
  const actor = actorText(ctx.actor)
  const refusal = () => rulingProblem(decidedMeanwhile(code))
  await change(ctx, {
    may: 'codes.decide',
    target: targetOf(target),
    guards: [{ holds: lastEventsAre([seen]), refusal }],
    statements: [
      ...decisionStatements(ctx.db, { events: [event], actor, importId: null }),
      ...input.also,
    ],
    audit: auditOf({ ...input, lastEventId: eventId }),
    tell: [messageOf(input)],
    otherwise: refusal,
  })
}

function auditOf(input: Stored & { readonly lastEventId: string | null }): AuditEntry {
  const { code, event, before, lastEventId } = input
  const wording = event.wording === null ? null : JSON.parse(event.wording)
  return {
    action: 'code.status',
    entityId: code.id,
    before: { market: event.market, status: before, lastEventId },
    after: { code: code.code, ...event, wording },
    reason: event.reason,
  }
}

function messageOf({ code, event, target }: Stored): HolderMessage {
  const message = decisionMessage({ code: code.code, siteName: target.siteName, event })
  const href = `/portal/codes/${encodeURIComponent(code.code)}` as const
  return { holderId: target.organisationId, kind: 'code_status', ...message, href }
}

/** What is unusual and was not confirmed yet; it stands beside the box to tick. */
function unconfirmed(warnings: readonly LocalText[]) {
  const text = {
    vi: warnings.map(({ vi }) => vi).join(' '),
    en: warnings.map(({ en }) => en).join(' '),
    zh: warnings.map(({ zh }) => zh).join(''),
  }
  return invalidField('confirm', text)
}
