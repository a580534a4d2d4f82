import * as z from 'zod'
import { grantStatements, readLikeCodes, siteStands } from '../../../db/queries/code-grants.ts'
import { type GrantSite, readGrantSite } from '../../../db/queries/code-portal.ts'
import type { RegisterCode } from '../../../db/queries/code-register.ts'
import { decisionStatements } from '../../../db/queries/code-status.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { CODE_MESSAGES } from '../../copy/portal/code-messages.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { Code } from '../../domain/codes/normalise-code.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { change, type Guard } from '../change.ts'
import type { Call } from '../context.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import { grantFields } from './grant-input.ts'
import { grantMessage } from './grant-message.ts'
import { placeWarnings } from './grant-warnings.ts'
import { type GrantPlan, planGrant, readGrantedCode } from './plan-grant.ts'
import { targetOf } from './target-of.ts'

const grantInput = grantFields.extend({ siteId: z.string().min(1).max(60) })

export type GrantInput = z.input<typeof grantInput>
export type Granted = { readonly code: Code; readonly warnings: readonly string[] }

/**
 * Grants a code to a place, with its markets and their first statuses. A code that has a holder is
 * refused; a format nobody knows, or a code that reads like another, is told of and granted once
 * confirmed. The holder is told in the same atomic batch.
 */
export async function grantCode({ ctx, input }: Call<GrantInput>): Promise<Granted> {
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(grantInput, input)
  const site = await grantSite(ctx, fields.siteId)
  const code = readGrantedCode(fields.code)
  const [schemes, alike, warnings] = await Promise.all([
    loadSchemes(ctx.db),
    readLikeCodes(ctx.db, codeSearchKey(code)),
    placeWarnings(ctx, site.id),
  ])
  const plan = planGrant({
    ...{ code, fields, site, schemes, alike, supersedes: null, placeWarnings: warnings },
    ...{ now: ctx.now(), newId: ctx.newId },
  })
  confirmFirst(plan.warnings, fields.confirm)
  await storeGrant(ctx, { plan, site, old: null, reason: null })
  return { code, warnings: plan.warnings.map(({ vi }) => vi) }
}

/** The place a code is granted to; refuses places the actor may not grant for. */
export async function grantSite(ctx: VerbContext, siteId: string): Promise<GrantSite> {
  const site = await readGrantSite(ctx.db, siteId)
  if (site === null) throw notFound(THINGS.place)
  requirePermission(ctx, 'codes.grant', targetOf(site))
  if (site.withdrawnAt !== null) throw conflict(W.siteGone)
  return site
}

/** Stops once before anything unusual is written. */
export function confirmFirst(warnings: readonly LocalText[], confirm: boolean | undefined): void {
  if (confirm === true || warnings.length === 0) return
  const text = inEach((lang) =>
    warnings.map((warning) => warning[lang]).join(lang === 'zh' ? '' : ' '),
  )
  throw invalidField('confirm', text)
}

/** Writes a planned grant with its audit row in one batch, and tells the holder. */
export async function storeGrant(
  ctx: VerbContext,
  input: {
    readonly plan: GrantPlan
    readonly site: GrantSite
    /** The code it takes the place of. */
    readonly old: Pick<RegisterCode, 'id' | 'code'> | null
    readonly reason: string | null
    /** What else it writes, and what must hold for it. */
    readonly also?: readonly Statement[]
    readonly guards?: readonly Guard['holds'][]
  },
): Promise<void> {
  const { plan, site, old, reason, also = [], guards = [] } = input
  const actor = actorText(ctx.actor)
  const { code, markets, decisions } = plan
  const refusal = () => conflict(W.decidedMeanwhile)
  const message = grantMessage({ text: CODE_MESSAGES, plan, site, old: old?.code ?? null })
  await change(ctx, {
    may: 'codes.grant',
    target: targetOf(site),
    guards: [siteStands(site.id), ...guards].map((holds) => ({ holds, refusal })),
    statements: [
      ...grantStatements(ctx.db, { code, markets }),
      ...decisionStatements(ctx.db, { events: decisions, actor, importId: null }),
      ...also,
    ],
    audit: {
      action: code.supersedesId == null ? 'code.grant' : 'code.reissue',
      entityId: code.id,
      before: old === null ? null : { code: old.code, id: old.id },
      after: { ...code, markets, decisions },
      reason,
    },
    tell: [{ holderId: site.organisationId, kind: 'code', ...message }],
    taken: () => {
      return invalidField('code', fillAll(CODE_REFUSALS.granted, { code: code.code }))
    },
    otherwise: refusal,
  })
}
