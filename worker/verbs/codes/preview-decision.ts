import { readRecipients } from '../../../db/queries/code-portal.ts'
import { type DecisionReach, readDecisionReach } from '../../../db/queries/decision-reach.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { toStatusEvent } from '../../domain/decisions/to-status-event.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import { type DecisionForm, statusInputOf } from './decide-code.ts'
import { decisionMessage } from './decision-message.ts'
import { ruleOnStatus } from './rule-on-status.ts'

export type DecisionPreview = {
  readonly market: string
  readonly effectiveOn: string
  /** Status today before and after; `fromThen` is the one on its first day. */
  readonly before: CodeStatus
  readonly after: CodeStatus
  readonly fromThen: CodeStatus
  readonly isAhead: boolean
  /** True when the very same decision stands already. */
  readonly isRecorded: boolean
  readonly warnings: readonly LocalText[]
  readonly wording: LocalText | null
  readonly reach: DecisionReach
  /** What the holder is told, and by how many letters. */
  readonly message: { readonly title: LocalText; readonly body: LocalText }
  readonly holderName: string | null
  readonly letters: number
}

/** What a decision of the form would change if it were recorded now. Nothing is recorded. */
export async function previewDecision(args: {
  readonly ctx: VerbContext
  readonly form: DecisionForm
}): Promise<DecisionPreview> {
  const { ctx, form } = args
  const ruled = await ruleOnStatus(ctx, statusInputOf(form))
  const { parsed, code, target, market, events, before, today, ruling } = ruled
  const { effectiveOn, wording } = parsed
  const said =
    ruling.kind === 'same'
      ? []
      : [
          {
            ...ruling.said,
            id: 'asked',
            market,
            recordedAt: nextInstant(events, ctx.now()),
          },
        ]
  const after = [...events, ...said].map(toStatusEvent)
  const [reach, recipients] = await Promise.all([
    readDecisionReach(ctx.db, { codeId: code.id, market, effectiveOn }),
    readRecipients(ctx.db, [target.organisationId]),
  ])
  const holder = recipients.get(target.organisationId)
  return {
    market,
    effectiveOn,
    before,
    after: statusOn(after, market, today),
    fromThen: statusOn(after, market, effectiveOn),
    isAhead: effectiveOn > today,
    isRecorded: ruling.kind === 'same',
    warnings: ruling.kind === 'warn' ? ruling.warnings.map(({ text }) => text) : [],
    wording: wording ?? null,
    reach,
    message: decisionMessage({ code: code.code, siteName: target.siteName, event: parsed }),
    holderName: holder?.organisationName ?? null,
    letters: holder?.addresses.length ?? 0,
  }
}
