import * as z from 'zod'
import { readLastDecisions, readLikeCodes } from '../../../db/queries/code-grants.ts'
import { readCodeTargets, readRecipients } from '../../../db/queries/code-portal.ts'
import {
  type RegisterCode,
  type RegisterEvent,
  readCodeEvents,
} from '../../../db/queries/code-register.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../db/queries/code-status.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_MESSAGES } from '../../copy/portal/code-messages.ts'
import { REISSUE_REASON_NAMES } from '../../copy/portal/decision.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { REISSUE_REASONS } from '../../domain/codes/reissue-reasons.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { predecessorEnds } from '../../domain/decisions/predecessor-ends.ts'
import { marketsOf } from '../../domain/standing/status-on.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { told } from '../../resources/told.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import { decidedMarketField } from './code-status-input.ts'
import { findRegisterCode } from './find-register-code.ts'
import { confirmFirst, type Granted, grantSite, storeGrant } from './grant-code.ts'
import { grantFields, optionalOnField } from './grant-input.ts'
import { grantMessage } from './grant-message.ts'
import { placeWarnings } from './grant-warnings.ts'
import { planGrant, readGrantedCode } from './plan-grant.ts'
import { rulingProblem } from './ruling-problem.ts'
import { codeWithdrawn } from './target-of.ts'

const reissueInput = grantFields.extend({
  /** The code that is re-issued, however it is typed. */
  old: z.string().min(1).max(200),
  reasonKind: z.enum(REISSUE_REASONS, told(FIELD_FAULTS.notAChoiceOfReasons)),
  reason: lineField(500),
  /**
   * By market, the day from which the old code counts no more; where it is left out, the new one's
   * first day. A later day leaves time to use up printed labels.
   */
  oldEnds: z.record(z.string(), optionalOnField).optional(),
})

export type ReissueInput = z.input<typeof reissueInput>

/**
 * Gives a place a new code in the place of an old one. The old code is never deleted: it keeps
 * resolving, labels printed with it keep their meaning, and its page shows the new one. The statuses
 * of the new code are those given; the old one's end in every market where they still count.
 */
export async function reissueCode(args: {
  ctx: VerbContext
  input: ReissueInput
}): Promise<Granted> {
  const { ctx } = args
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(reissueInput, args.input)
  const { code: old } = await findRegisterCode(ctx.db, fields.old)
  const site = await grantSite(ctx, old.siteId)
  const [target] = await readCodeTargets(ctx.db, [old.id])
  if (target?.withdrawnAt != null) throw codeWithdrawn(old.code)
  const code = readGrantedCode(fields.code)
  const [schemes, alike, events, seen, warnings] = await Promise.all([
    loadSchemes(ctx.db),
    readLikeCodes(ctx.db, codeSearchKey(code)),
    readCodeEvents(ctx.db, old.id),
    readLastDecisions(ctx.db, old.id),
    placeWarnings(ctx, site.id),
  ])
  const supersedes = { id: old.id, code: old.code }
  const plan = planGrant({
    code,
    fields,
    site,
    schemes,
    alike,
    supersedes,
    placeWarnings: warnings,
    now: ctx.now(),
    newId: ctx.newId,
  })
  confirmFirst(plan.warnings, fields.confirm)
  const endings = endingsOf(ctx, { old, events, code, fields })
  const recipients = (await readRecipients(ctx.db, [site.organisationId])).get(site.organisationId)
  const message = grantMessage({ text: CODE_MESSAGES, plan, site, old: old.code })
  await storeGrant(ctx, {
    plan,
    site,
    reason: `${REISSUE_REASON_NAMES[fields.reasonKind].vi}: ${fields.reason}`,
    before: { code: old.code, id: old.id },
    guards: [lastEventsAre(seen)],
    also: decisionStatements(ctx.db, {
      events: endings,
      actor: actorText(ctx.actor),
      importId: null,
    }),
    tell: recipients === undefined ? [] : [{ recipients, kind: 'code', ...message }],
  })
  return { code, warnings: plan.warnings.map(({ vi }) => vi) }
}

/** The ends of the old code in the markets where it still counts; suspended ones stay suspended. */
function endingsOf(
  ctx: VerbContext,
  input: {
    readonly old: RegisterCode
    readonly events: readonly RegisterEvent[]
    readonly code: string
    readonly fields: z.output<typeof reissueInput>
  },
): NewDecision[] {
  const { old, events, code, fields } = input
  const { issuedOn, documentNo, markets } = fields
  const endsOn = daysByMarket(fields.oldEnds ?? {})
  const asked = new Set([...marketsOf(events), ...endsOn.keys()])
  const histories = [...asked].map((market) => historyOf(old, events, market))
  return predecessorEnds(histories, {
    startOf: (market) => markets.find((row) => row?.market === market)?.effectiveOn ?? issuedOn,
    endsOn,
    reason: fill(W.replacedReason.vi, { code }),
    documentNo,
    today: vietnamDateOf(ctx.now()),
  }).flatMap((end) => {
    const { market, events: known } = end.history
    if ('refusal' in end) throw rulingProblem(end.refusal, `oldEnds.${market}`)
    const first = nextInstant(known, ctx.now())
    return end.ends.map((said, i) => {
      return { ...said, id: ctx.newId(), codeId: old.id, market, recordedAt: first + i }
    })
  })
}

function historyOf({ code }: RegisterCode, events: readonly RegisterEvent[], market: string) {
  const ofMarket = events.filter((event) => event.market === market)
  return { code, market, events: ofMarket.toSorted((a, b) => a.recordedAt - b.recordedAt) }
}

function daysByMarket(oldEnds: Readonly<Record<string, CalendarDate | null>>) {
  const days = new Map<string, CalendarDate>()
  for (const [typed, day] of Object.entries(oldEnds)) {
    if (day === null) continue
    days.set(parseInput(decidedMarketField, typed), day)
  }
  return days
}
