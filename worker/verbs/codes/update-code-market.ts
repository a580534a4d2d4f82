import * as z from 'zod'
import {
  type MarketTerm,
  marketTermIs,
  readMarketTerms,
  setMarketTerm,
} from '../../../db/queries/code-grants.ts'
import { type CodeTarget, readCodeTargets } from '../../../db/queries/code-portal.ts'
import {
  type RegisterCode,
  type RegisterEvent,
  readMarketEvents,
} from '../../../db/queries/code-register.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../db/queries/code-status.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { rowDifference } from '../../domain/audit/row-difference.ts'
import { decide, decidedMeanwhile } from '../../domain/decisions/decide.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { termEnd } from '../../domain/decisions/term-end.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { type Change, change } from '../change.ts'
import type { Call } from '../context.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import { decidedMarketField } from './code-status-input.ts'
import { decisionMessage } from './decision-message.ts'
import { findRegisterCode } from './find-register-code.ts'
import { optionalLineField, optionalOnField } from './grant-input.ts'
import { rulingProblem } from './ruling-problem.ts'
import { codeWithdrawn, targetOf } from './target-of.ts'

const termFields = z.object({
  code: z.string().min(1).max(200),
  market: decidedMarketField,
  validTo: optionalOnField,
  externalId: optionalLineField(100),
  documentNo: lineField(100),
  reason: lineField(500),
})

type TermFields = z.output<typeof termFields>
export type MarketTermInput = z.input<typeof termFields>

/**
 * Changes the last day of a code's term in a market, or its id at the ministry. The term ends by a
 * decision dated the day after; the earlier end is corrected by it, so one end counts at a time. A
 * term cannot be made endless again, for the decision of its end stands: record "active" instead.
 */
export async function updateCodeMarket({
  ctx,
  input,
}: Call<MarketTermInput>): Promise<{ code: string; changed: boolean }> {
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(termFields, input)
  const { market, validTo, externalId } = fields
  const { code } = await findRegisterCode(ctx.db, fields.code)
  const [[target], terms, events] = await Promise.all([
    readCodeTargets(ctx.db, [code.id]),
    readMarketTerms(ctx.db, code.id),
    readMarketEvents(ctx.db, { codeId: code.id, market }),
  ])
  if (target === undefined) throw new Error(`code ${code.code} has no site`)
  requirePermission(ctx, 'codes.grant', targetOf(target))
  if (target.withdrawnAt !== null) throw codeWithdrawn(code.code)
  const before = terms.find((term) => term.market === market)
  if (before === undefined) throw notFound(THINGS.codeMarket)
  if (before.validTo === validTo && before.externalId === externalId) {
    return { code: code.code, changed: false }
  }
  await change(ctx, {
    ...termChange(ctx, { code, target, before, events, fields }),
    otherwise: () => rulingProblem(decidedMeanwhile(code)),
  })
  return { code: code.code, changed: true }
}

/** What changes the term of a code in a market, and what must hold for it. */
export function termChange(
  ctx: VerbContext,
  given: {
    readonly code: Pick<RegisterCode, 'id' | 'code'>
    readonly target: CodeTarget
    readonly before: MarketTerm
    readonly events: readonly RegisterEvent[]
    readonly fields: TermFields
  },
) {
  const { code, target, before, events, fields } = given
  const { market, validTo, externalId, reason } = fields
  const after = { ...before, validTo, externalId }
  const ending = endingOf(ctx, { code, events, before: before.validTo, fields })
  const seen = { codeId: code.id, market, eventId: events.at(-1)?.id ?? null }
  const changed = rowDifference(before, after)
  const refusal = () => rulingProblem(decidedMeanwhile(code))
  return {
    may: 'codes.grant',
    target: targetOf(target),
    guards: [marketTermIs(before), lastEventsAre([seen])].map((holds) => ({ holds, refusal })),
    statements: [
      setMarketTerm(ctx.db, after),
      ...decisionStatements(ctx.db, {
        events: ending,
        actor: actorText(ctx.actor),
        importId: null,
      }),
    ],
    audit: [
      {
        action: 'code.market',
        entityId: code.id,
        before: { market, ...changed.before },
        after: { market, ...changed.after },
        reason,
      },
    ],
    touches: { codeIds: [code.id] },
    tell: messagesOfEnding({ ending, code: code.code, target }),
  } satisfies Change
}

/** The holder is told of a new end of the term, and not of an id that only offices use. */
function messagesOfEnding(input: {
  readonly ending: readonly NewDecision[]
  readonly code: string
  readonly target: CodeTarget
}): HolderMessage[] {
  const { ending, code, target } = input
  const href = `/portal/codes/${encodeURIComponent(code)}` as const
  return ending.map((event) => ({
    ...{ holderId: target.organisationId, kind: 'code_status', href },
    ...decisionMessage({ code, siteName: target.siteName, event }),
  }))
}

function endingOf(
  ctx: VerbContext,
  input: {
    readonly code: Pick<RegisterCode, 'id' | 'code'>
    readonly events: readonly RegisterEvent[]
    readonly before: string | null
    readonly fields: TermFields
  },
): NewDecision[] {
  const { code, events, before, fields } = input
  const { market, validTo, documentNo } = fields
  if (validTo === before) return []
  if (validTo === null) throw invalidField('validTo', W.endlessTerm)
  const asked = termEnd({ source: 'term', validTo, documentNo })
  const ruling = decide({ code: code.code, market, events }, asked, vietnamDateOf(ctx.now()))
  switch (ruling.kind) {
    case 'same':
      return []
    case 'refuse':
      throw rulingProblem(ruling.refusal, 'validTo')
    case 'record':
    case 'warn': {
      const recordedAt = nextInstant(events, ctx.now())
      return [{ ...ruling.said, id: ctx.newId(), codeId: code.id, market, recordedAt }]
    }
  }
}
