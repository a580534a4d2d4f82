import type { Recipients } from '../../../../db/queries/code-portal.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../../db/queries/code-status.ts'
import { noteChanges } from '../../../../db/queries/import-changes.ts'
import { noteImportProgress } from '../../../../db/queries/import-runs.ts'
import { suggestedWording } from '../../../copy/portal/decision.ts'
import { isDecisionReason } from '../../../domain/codes/decision-reasons.ts'
import type { Change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import type { HolderMessage } from '../../mail/tell-holder.ts'
import { targetOf } from '../target-of.ts'
import type { ReadyDecision } from './chunks-of.ts'
import { manyMessage } from './many-message.ts'
import type { PlannedDecision } from './plan-decisions.ts'

/**
 * One stretch of a list with its guard, its audit rows and the messages to the holders it begins.
 * Refused, the database's own word is thrown: the caller plans anew.
 */
export function chunkChange(
  ctx: VerbContext,
  input: {
    readonly importId: string
    readonly chunk: readonly ReadyDecision[]
    readonly plan: readonly PlannedDecision[]
    readonly recipients: ReadonlyMap<string, Recipients>
  },
): Change {
  const { importId, chunk, plan } = input
  const pairs = chunk.map((planned) => ({ planned, event: eventOf(ctx, planned) }))
  const seen = pairs.map(({ planned, event: { codeId, market } }) => {
    return { codeId, market, eventId: planned.lastEventId }
  })
  const done = plan.filter(({ outcome }) => outcome === 'done').length + chunk.length
  return {
    may: 'codes.decide',
    targets: chunk.map(({ target }) => targetOf(target)),
    guards: [{ holds: lastEventsAre(seen), refusal: () => null }],
    statements: [
      ...decisionStatements(ctx.db, {
        ...{ events: pairs.map(({ event }) => event), actor: actorText(ctx.actor), importId },
      }),
      ...noteChanges(ctx.db, { importId, changes: pairs.map(({ event }) => changeOf(event)) }),
      noteImportProgress(ctx.db, { id: importId, rowsDone: done, rowsTotal: plan.length }),
    ],
    audit: pairs.map(({ planned, event }) => ({
      action: 'code.status',
      entityId: event.codeId,
      reason: event.reason,
      before: { market: event.market, status: planned.before, lastEventId: planned.lastEventId },
      after: { code: planned.target.code, ...event, importId },
    })),
    tell: messages(input),
    otherwise: () => null,
  }
}

function eventOf(ctx: VerbContext, planned: ReadyDecision): NewDecision {
  const { target, said, lastRecordedAt } = planned
  const { status, market } = said
  if (status === 'none') throw new Error('nothing is decided by none')
  const reasonCode =
    said.reasonCode !== null && isDecisionReason(said.reasonCode) ? said.reasonCode : null
  return {
    ...said,
    id: ctx.newId(),
    codeId: target.codeId,
    recordedAt: Math.max(ctx.now(), lastRecordedAt + 1),
    wording: JSON.stringify(suggestedWording({ status, market, reasonCode })),
  }
}

function changeOf({ id, codeId, market, status, effectiveOn }: NewDecision) {
  return {
    entity: 'code_status_event' as const,
    entityId: id,
    before: null,
    after: { codeId, market, status, effectiveOn },
  }
}

/** Holders whose first code stands in this stretch, and none of whose codes was recorded before. */
function messages({ chunk, plan, recipients }: Parameters<typeof chunkChange>[1]): HolderMessage[] {
  const told = new Set(
    plan.flatMap(({ outcome, target }) =>
      outcome === 'done' && target !== null ? [target.organisationId] : [],
    ),
  )
  const holders = [...new Set(chunk.map(({ target }) => target.organisationId))]
  return holders.flatMap((organisationId) => {
    const to = recipients.get(organisationId)
    if (to === undefined || told.has(organisationId)) return []
    const theirs = plan.filter(
      ({ outcome, target }) => outcome === 'ready' && target?.organisationId === organisationId,
    )
    return [{ recipients: to, kind: 'code_status', ...manyMessage(theirs) }]
  })
}
