import * as z from 'zod'
import { readLastDecisions, readLikeCodes } from '../../../db/queries/code-grants.ts'
import { readCodeTargets, readRecipients } from '../../../db/queries/code-portal.ts'
import { type RegisterEvent, readCodeEvents } from '../../../db/queries/code-register.ts'
import {
  decisionStatements,
  lastEventsAre,
  type NewDecision,
} from '../../../db/queries/code-status.ts'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { REISSUE_REASONS } from '../../domain/codes/reissue-reasons.ts'
import { marketsOf, statusOn } from '../../domain/standing/status-on.ts'
import { fill } from '../../domain/words/fill.ts'
import { CODE_MESSAGES } from '../../domain/words/portal/code-messages.ts'
import { REISSUE_REASON_NAMES } from '../../domain/words/portal/decision-words.ts'
import { GRANT_PROBLEMS as W } from '../../domain/words/portal/grant-words.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { tellHolder } from '../mail/tell-holder.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import { toStatusEvent } from './decision-checks.ts'
import { findRegisterCode } from './find-register-code.ts'
import { confirmFirst, type Granted, grantSite, storeGrant } from './grant-code.ts'
import { grantFields } from './grant-input.ts'
import { grantMessage } from './grant-message.ts'
import { planGrant, readGrantedCode } from './plan-grant.ts'
import { codeWithdrawn } from './target-of.ts'

const reissueInput = grantFields.extend({
  /** The code that is re-issued, however it is typed. */
  old: z.string().min(1).max(200),
  reasonKind: z.enum(REISSUE_REASONS, { error: 'Hãy chọn một lý do trong danh sách.' }),
  reason: lineField(500),
  /** Whether the old code goes on for labels still to be used up, or ends with the new one's first day. */
  oldCode: z.enum(['keep', 'expire']),
})

export type ReissueInput = z.input<typeof reissueInput>

/**
 * Gives a place a new code in the place of an old one. The old code is never deleted: it keeps
 * resolving, labels printed with it keep their meaning, and its page shows the new one. The statuses
 * of the new code are those given; the old one's end with `expire` from the day of the new grant.
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
  const [schemes, alike, events, seen] = await Promise.all([
    loadSchemes(ctx.db),
    readLikeCodes(ctx.db, codeSearchKey(code)),
    readCodeEvents(ctx.db, old.id),
    readLastDecisions(ctx.db, old.id),
  ])
  const supersedes = { id: old.id, code: old.code }
  const plan = planGrant({
    ...{ code, fields, site, schemes, alike, supersedes },
    ...{ now: ctx.now(), newId: ctx.newId },
  })
  confirmFirst(plan.warnings, fields.confirm)
  const endings = fields.oldCode === 'expire' ? endingsOf(ctx, { events, code, fields }) : []
  const recipients = (await readRecipients(ctx.db, [site.organisationId])).get(site.organisationId)
  const message = grantMessage({ text: CODE_MESSAGES, plan, site, old: old.code })
  await storeGrant(ctx, {
    ...{ plan, site, reason: `${REISSUE_REASON_NAMES[fields.reasonKind].vi}: ${fields.reason}` },
    before: { code: old.code, id: old.id },
    guards: [guardStatement(ctx.db, lastEventsAre(seen))],
    also: [
      ...decisionStatements(ctx.db, {
        ...{ events: endings, actor: actorText(ctx.actor), importId: null },
      }),
      ...(recipients === undefined
        ? []
        : tellHolder(ctx, { recipients, kind: 'code', ...message })),
    ],
  })
  return { code, warnings: plan.warnings }
}

const STILL_GOOD: ReadonlySet<string> = new Set(['active', 'pending_foreign_approval'])

/** The end of the old code in the markets where it still counts; suspended ones stay suspended. */
function endingsOf(
  ctx: VerbContext,
  input: {
    readonly events: readonly RegisterEvent[]
    readonly code: string
    readonly fields: { readonly issuedOn: string; readonly documentNo: string }
  },
): NewDecision[] {
  const { code, fields } = input
  const events = input.events.map(toStatusEvent)
  const recordedAt = Math.max(ctx.now(), ...events.map((event) => event.recordedAt + 1))
  return marketsOf(events)
    .filter((market) => STILL_GOOD.has(statusOn(events, market, fields.issuedOn)))
    .map((market) => ({
      ...{ id: ctx.newId(), codeId: input.events[0]?.codeId ?? '', market, status: 'expired' },
      ...{ effectiveOn: fields.issuedOn, recordedAt, documentNo: fields.documentNo },
      reason: fill(W.replacedReason.vi, { code }),
      ...{ reasonCode: 'reissued', wording: null, amendsId: null },
    }))
}
