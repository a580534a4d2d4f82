import * as z from 'zod'
import { marketTermIs, readMarketTerms, setMarketTerm } from '../../../db/queries/code-grants.ts'
import {
  type Recipients,
  readCodeTargets,
  readRecipients,
} from '../../../db/queries/code-portal.ts'
import { type RegisterEvent, readMarketEvents } from '../../../db/queries/code-register.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../db/queries/code-status.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { addDays, type CalendarDate } from '../../domain/time/calendar-date.ts'
import { GRANT_PROBLEMS as W } from '../../domain/words/portal/grant-words.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { tellHolder } from '../mail/tell-holder.ts'
import { TERM_ENDED } from './code-decisions.ts'
import { decidedMarketField } from './code-status-input.ts'
import { decidedMeanwhile, isAmended } from './decision-checks.ts'
import { decisionMessage } from './decision-message.ts'
import { findRegisterCode } from './find-register-code.ts'
import { optionalLineField, optionalOnField } from './grant-input.ts'
import { refreshEntriesFor } from './refresh-register-entries.ts'
import { codeWithdrawn, targetOf } from './target-of.ts'

const termFields = z.object({
  code: z.string().min(1).max(200),
  market: decidedMarketField,
  validTo: optionalOnField,
  externalId: optionalLineField(100),
  documentNo: lineField(100),
  reason: lineField(500),
})

export type MarketTermInput = z.input<typeof termFields>

/**
 * Changes the last day of a code's term in a market, or its id at the ministry. The term ends by a
 * decision dated the day after; the earlier end is corrected by it, so one end counts at a time. A
 * term cannot be made endless again, for the decision of its end stands: record "active" instead.
 */
export async function updateCodeMarket(args: {
  ctx: VerbContext
  input: MarketTermInput
}): Promise<{ code: string; changed: boolean }> {
  const { ctx } = args
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(termFields, args.input)
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
  if (before === undefined) {
    throw notFound({
      vi: 'thị trường này của mã',
      en: 'such market of the code',
      zh: '该代码的此市场',
    })
  }
  if (before.validTo === validTo && before.externalId === externalId) {
    return { code: code.code, changed: false }
  }
  const after = { ...before, validTo, externalId }
  const ending = endingOf(ctx, { codeId: code.id, events, before: before.validTo, fields })
  const recipients = await readRecipients(ctx.db, [target.organisationId])
  const seen = { codeId: code.id, market, eventId: events.at(-1)?.id ?? null }
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, marketTermIs(before)),
      guardStatement(ctx.db, lastEventsAre([seen])),
      setMarketTerm(ctx.db, after),
      ...decisionStatements(ctx.db, {
        ...{ events: ending, actor: actorText(ctx.actor), importId: null },
      }),
      ...refreshEntriesFor(ctx.db, { codeIds: [code.id] }),
      auditStatement(ctx, {
        ...{ action: 'code.market', entity: 'code', entityId: code.id, before, after },
        reason: fields.reason,
      }),
      ...tellOfEnding(ctx, {
        ...{ ending, code: code.code, siteName: target.siteName },
        recipients: recipients.get(target.organisationId),
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? decidedMeanwhile(code.code) : error
  }
  return { code: code.code, changed: true }
}

/** The holder is told of a new end of the term, and not of an id that only offices use. */
function tellOfEnding(
  ctx: VerbContext,
  input: {
    readonly ending: readonly NewDecision[]
    readonly code: string
    readonly siteName: string
    readonly recipients: Recipients | undefined
  },
): Statement[] {
  const { ending, code, siteName, recipients } = input
  const [event] = ending
  if (event === undefined || recipients === undefined) return []
  const href = `/portal/codes/${encodeURIComponent(code)}` as const
  const message = decisionMessage({ code, siteName, event })
  return tellHolder(ctx, { recipients, kind: 'code_status', ...message, href })
}

function endingOf(
  ctx: VerbContext,
  input: {
    readonly codeId: string
    readonly events: readonly RegisterEvent[]
    readonly before: string | null
    readonly fields: z.output<typeof termFields>
  },
): NewDecision[] {
  const { codeId, events, before, fields } = input
  const { market, validTo, documentNo } = fields
  if (validTo === before) return []
  if (validTo === null) throw invalidInput([{ path: 'validTo', message: W.endlessTerm.vi }])
  const earliest = events.map(({ effectiveOn }) => effectiveOn).toSorted()[0]
  if (earliest !== undefined && validTo < earliest) {
    throw invalidInput([{ path: 'validTo', message: W.endsBeforeStart.vi }])
  }
  const old = events.find((event) => event.reason === TERM_ENDED && !isAmended(events, event))
  const recordedAt = Math.max(ctx.now(), ...events.map((event) => event.recordedAt + 1))
  return [
    {
      ...{ id: ctx.newId(), codeId, market, status: 'expired', recordedAt, documentNo },
      ...{ effectiveOn: addDays(validTo as CalendarDate, 1), reason: TERM_ENDED },
      ...{ reasonCode: 'validity_ended', wording: null, amendsId: old?.id ?? null },
    },
  ]
}
