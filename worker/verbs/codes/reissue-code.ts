import * as z from 'zod'
import { readLastDecisions, readLikeCodes } from '../../../db/queries/code-grants.ts'
import { readCodeTargets } from '../../../db/queries/code-portal.ts'
import { readCodeEvents } from '../../../db/queries/code-register.ts'
import { decisionStatements, lastEventsAre } from '../../../db/queries/code-status.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { REISSUE_REASON_NAMES } from '../../copy/portal/decision.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { REISSUE_REASONS } from '../../domain/codes/reissue-reasons.ts'
import { told } from '../../resources/told.ts'
import type { Call } from '../context.ts'
import { actorText } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import { findRegisterCode } from './find-register-code.ts'
import { confirmFirst, type Granted, grantSite, storeGrant } from './grant-code.ts'
import { grantFields, optionalOnField } from './grant-input.ts'
import { placeWarnings } from './grant-warnings.ts'
import { oldCodeEnds } from './old-code-ends.ts'
import { planGrant, readGrantedCode } from './plan-grant.ts'
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
export async function reissueCode({ ctx, input }: Call<ReissueInput>): Promise<Granted> {
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(reissueInput, input)
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
  const endings = oldCodeEnds(ctx, { old, events, code, fields })
  await storeGrant(ctx, {
    ...{ plan, site, old },
    reason: `${REISSUE_REASON_NAMES[fields.reasonKind].vi}: ${fields.reason}`,
    guards: [lastEventsAre(seen)],
    also: decisionStatements(ctx.db, {
      events: endings,
      actor: actorText(ctx.actor),
      importId: null,
    }),
  })
  return { code, warnings: plan.warnings.map(({ vi }) => vi) }
}
