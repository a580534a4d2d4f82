import { updateRecord } from '../../../db/queries/records.ts'
import type { LinkRow } from '../../../db/queries/sites-links.ts'
import { linkRuns, readLink } from '../../../db/queries/sites-links.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { codeTakenBack } from '../../copy/portal/contract.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { CONTRACT, REVOCATION } from '../../resources/contract.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { linkSides } from './link-sides.ts'
import { noteAuthorisation } from './note-authorisation.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'

export type Revocable = { readonly site: SiteRow; readonly link: LinkRow; readonly other: SiteRow }

/**
 * An authorisation that the actor may take back: one that runs, of a place they speak for. A
 * packing house does not take back what it was given: it ends the contract.
 */
export async function openRevocable(
  ctx: VerbContext,
  asked: { readonly id: string; readonly linkId: string },
): Promise<Revocable> {
  const site = await openSiteForWriting(ctx, asked.id)
  const link = await readLink(ctx.db, asked.linkId)
  const sides = link === null ? null : await linkSides(ctx, link)
  if (link === null || sides === null || sides.area.id !== site.id) throw notFound(CONTRACT.noun)
  if (!sides.mine.includes('area')) throw notFound(CONTRACT.noun)
  if (link.endedAt !== null) throw conflict(SITE_REFUSALS.notRunning)
  return { site, link, other: sides.house }
}

/**
 * The owner's word that a packing house may not use the area's codes any more, from today on and with
 * a reason: whatever is put on record afterwards, or packed from today, is not covered. What was
 * sealed before stays as it was judged then.
 */
export async function revokeLink({
  ctx,
  input,
}: Call<{ readonly id: string; readonly linkId: string; readonly texts: Texts }>): Promise<void> {
  const { site, link, other } = await openRevocable(ctx, input)
  const { reason } = parseInput(inputOf(REVOCATION), input.texts)
  const today = vietnamDateOf(ctx.now())
  const lastOn = addDays(today, -1)
  const toOn = link.toOn !== null && link.toOn < lastOn ? link.toOn : lastOn
  const siteIds = [link.packingHouseId, link.growingAreaId]
  await change(ctx, {
    may: CONTRACT.may.write,
    target: targetOf(site),
    guards: [{ holds: linkRuns(link.id), refusal: siteChanged }],
    statements: [
      updateRecord(ctx.db, CONTRACT.table, { id: link.id, set: { toOn, endedAt: ctx.now() } }),
      noteAuthorisation(ctx, { linkId: link.id, kind: 'revoked', effectiveOn: today, reason }),
    ],
    audit: siteIds.map((entityId) => ({
      action: CONTRACT.actions.revoke,
      entity: CONTRACT.entity,
      entityId,
      before: { contractNo: link.contractNo, toOn: link.toOn },
      after: { contractNo: link.contractNo, toOn },
      reason,
    })),
    touches: { siteIds },
    tell: [
      {
        ...{ organisationId: other.organisationId, kind: 'site' },
        ...codeTakenBack({ site: site.name, reason }),
        href: `/portal/sites/${encodeURIComponent(other.id)}/links`,
      },
    ],
  })
}
