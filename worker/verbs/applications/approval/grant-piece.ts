import {
  grantStatements,
  readLastDecisions,
  readLikeCodes,
  siteStands,
} from '../../../../db/queries/code-grants.ts'
import type { GrantSite } from '../../../../db/queries/code-portal.ts'
import { readCodeEvents } from '../../../../db/queries/code-register.ts'
import { decisionStatements, lastEventsAre } from '../../../../db/queries/code-status.ts'
import { CODE_MESSAGES } from '../../../copy/portal/code-messages.ts'
import { GRANT_PROBLEMS } from '../../../copy/portal/grant.ts'
import { codeSearchKey } from '../../../domain/codes/code-search-key.ts'
import type { Code } from '../../../domain/codes/normalise-code.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { GrantFields } from '../../codes/grant-input.ts'
import { grantMessage } from '../../codes/grant-message.ts'
import { placeWarnings } from '../../codes/grant-warnings.ts'
import { oldCodeEnds } from '../../codes/old-code-ends.ts'
import { type GrantPlan, planGrant, readGrantedCode } from '../../codes/plan-grant.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { Problem } from '../../errors.ts'
import { conflict } from '../../guard/refusals.ts'
import { loadSchemes } from '../../schemes/load-schemes.ts'
import type { ApprovalChoices } from './approval-choices.ts'
import type { ApprovedCode, Piece } from './piece.ts'

export type ChosenMarket = {
  readonly market: string
  /** As it was typed; markets with the same code share it. */
  readonly code: string
  readonly status: 'active' | 'pending_foreign_approval'
}

type Given = Pick<GrantFields, 'issuedOn' | 'documentNo'> & {
  readonly site: GrantSite
  readonly chosen: readonly ChosenMarket[]
  readonly validTo: NonNullable<GrantFields['markets'][number]>['validTo']
  /** The day from which the old code counts no more; the day of the decision where it is null. */
  readonly oldEndsOn: GrantFields['issuedOn'] | null
  readonly old: ApprovalChoices['old']
  readonly reason: string
  /** Whom it belongs to from now on. */
  readonly holderId: string
}

/**
 * The codes of an approval with their first statuses, and the ends of the code they take the place
 * of. What is unusual about them is given back, to be asked.
 */
export async function grantPiece(
  ctx: VerbContext,
  given: Given,
): Promise<{ readonly piece: Piece; readonly warnings: readonly LocalText[] }> {
  const { site, old } = given
  const [schemes, unusual] = await Promise.all([loadSchemes(ctx.db), placeWarnings(ctx, site.id)])
  const plans: GrantPlan[] = []
  for (const [at, { code, markets }] of byCode(given.chosen).entries()) {
    const alike = await readLikeCodes(ctx.db, codeSearchKey(code))
    plans.push(
      withFieldsOf(markets, () =>
        planGrant({
          ...{ code, site, schemes, alike, fields: fieldsOf(given, code, markets) },
          supersedes: old === null ? null : { id: old.code.id, code: old.code.code },
          placeWarnings: at === 0 ? unusual : [],
          ...{ now: ctx.now(), newId: ctx.newId },
        }),
      ),
    )
  }
  const ends = old === null ? null : await endPiece(ctx, { given, old, plans })
  return {
    piece: {
      guards: [
        { holds: siteStands(site.id), refusal: () => conflict(GRANT_PROBLEMS.siteGone) },
        ...(ends?.guards ?? []),
      ],
      statements: [
        ...plans.flatMap((plan) => planStatements(ctx, plan)),
        ...(ends?.statements ?? []),
      ],
      audit: plans.map((plan) => auditOf(plan, given)),
      tell: messagesOf(plans, given),
      codes: plans.map((plan) => approved(plan, vietnamDateOf(ctx.now()))),
    },
    warnings: plans.flatMap(({ warnings }) => warnings),
  }
}

/** Markets by the code that was typed for them, in their order. */
function byCode(chosen: readonly ChosenMarket[]) {
  const groups = new Map<Code, ChosenMarket[]>()
  for (const each of chosen) {
    const code = withFieldsOf([each], () => readGrantedCode(each.code))
    groups.set(code, [...(groups.get(code) ?? []), each])
  }
  return [...groups].map(([code, markets]) => ({ code, markets }))
}

function fieldsOf(given: Given, code: Code, markets: readonly ChosenMarket[]): GrantFields {
  const { issuedOn, documentNo, validTo } = given
  return {
    ...{ code, issuedOn, documentNo, legacyCode: null, externalId: null },
    markets: markets.map(({ market, status }) => ({
      ...{ market: market as never, status, effectiveOn: null, validTo, externalId: null },
    })),
  }
}

/** Refusals of a plan stand at the fields of this form. */
function withFieldsOf<T>(markets: readonly ChosenMarket[], plan: () => T): T {
  try {
    return plan()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const errors = error.errors.map(({ path, text }) => ({
      path: path === 'code' ? `code.${markets[0]?.market ?? ''}` : lastOf(path),
      text,
    }))
    throw new Problem({ code: error.code, text: error.text, errors })
  }
}

function lastOf(path: string): string {
  if (path.startsWith('oldEnds')) return 'oldEndsOn'
  const name = path.split('.').at(-1) ?? path
  return name === 'effectiveOn' ? 'issuedOn' : name
}

function planStatements(ctx: VerbContext, { code, markets, decisions }: GrantPlan) {
  const actor = actorText(ctx.actor)
  return [
    ...grantStatements(ctx.db, { code, markets }),
    ...decisionStatements(ctx.db, { events: decisions, actor, importId: null }),
  ]
}

/** The old code counts no more from the day given, in every market where it still did. */
async function endPiece(
  ctx: VerbContext,
  about: {
    readonly given: Given
    readonly old: NonNullable<ApprovalChoices['old']>
    readonly plans: readonly GrantPlan[]
  },
) {
  const { given, old, plans } = about
  const [events, seen] = await Promise.all([
    readCodeEvents(ctx.db, old.code.id),
    readLastDecisions(ctx.db, old.code.id),
  ])
  const { issuedOn, documentNo, oldEndsOn, chosen } = given
  const markets = chosen.flatMap(({ market, status }) => ({
    ...{ market: market as never, status, effectiveOn: null, validTo: null, externalId: null },
  }))
  const oldEnds =
    oldEndsOn === null ? {} : Object.fromEntries(chosen.map(({ market }) => [market, oldEndsOn]))
  const code = plans.map((plan) => plan.code.code).join(', ')
  const ends = withFieldsOf(chosen, () =>
    oldCodeEnds(ctx, {
      ...{ old: old.code, events, code },
      fields: { issuedOn, documentNo, markets, oldEnds },
    }),
  )
  return {
    guards: [
      { holds: lastEventsAre(seen), refusal: () => conflict(GRANT_PROBLEMS.decidedMeanwhile) },
    ],
    statements: decisionStatements(ctx.db, {
      ...{ events: ends, actor: actorText(ctx.actor), importId: null },
    }),
  }
}

function auditOf({ code, markets, decisions }: GrantPlan, { old, reason }: Given) {
  return {
    action: old === null ? ('code.grant' as const) : ('code.reissue' as const),
    entityId: code.id,
    before: old === null ? null : { code: old.code.code, id: old.code.id },
    after: { ...code, markets, decisions },
    reason,
  }
}

function messagesOf(plans: readonly GrantPlan[], { site, old, holderId }: Given) {
  return plans.map((plan) => ({
    ...{ holderId, kind: 'code' as const },
    ...grantMessage({ text: CODE_MESSAGES, plan, site, old: old?.code.code ?? null }),
  }))
}

function approved({ code, decisions }: GrantPlan, today: string): ApprovedCode {
  const isActive = decisions.some(
    ({ status, effectiveOn }) => status === 'active' && effectiveOn <= today,
  )
  const waitsIn = decisions.flatMap(({ status, market }) =>
    status === 'pending_foreign_approval' ? [market] : [],
  )
  return { id: code.id, code: code.code, isActive, waitsIn }
}
