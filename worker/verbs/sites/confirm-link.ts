import {
  confirmLinkStatement,
  type LinkRow,
  type LinkSide,
  linkRuns,
  readLink,
} from '../../../db/queries/sites-links.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { CONTRACT } from '../../resources/contract.ts'
import { difference } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call } from '../context.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { linkSides } from './link-sides.ts'
import { noteAuthorisation } from './note-authorisation.ts'
import { openSite, siteChanged } from './open-site.ts'

/**
 * Agrees to a contract on behalf of the place, or places, the actor speaks for: from then on the
 * codes of that side may be used by the other. Agreeing again changes nothing.
 */
export async function confirmLink({
  ctx,
  input,
}: Call<{ readonly id: string; readonly linkId: string }>): Promise<void> {
  const site = await openSite(ctx, input.id)
  const link = await readLink(ctx.db, input.linkId)
  const sides = link === null ? null : await linkSides(ctx, link)
  if (link === null || sides === null || ![sides.house.id, sides.area.id].includes(site.id)) {
    throw notFound(CONTRACT.noun)
  }
  const open = sides.mine.filter((side) => confirmedAt(link, side) === null)
  if (open.length === 0) {
    if (sides.mine.length > 0) return
    throw conflict(SITE_REFUSALS.notYoursToConfirm)
  }
  const siteIds = [sides.house.id, sides.area.id]
  await change(ctx, {
    may: CONTRACT.may.write,
    target: targetOf(open.includes('house') ? sides.house : sides.area),
    guards: [{ holds: linkRuns(link.id), refusal: siteChanged }],
    statements: [
      ...open.map((side) =>
        confirmLinkStatement(ctx.db, {
          id: link.id,
          side,
          at: ctx.now(),
          actor: actorText(ctx.actor),
        }),
      ),
      noteAuthorisation(ctx, {
        linkId: link.id,
        kind: open.includes('area') ? 'granted' : 'agreed',
      }),
    ],
    audit: siteIds.map((entityId) => ({
      action: CONTRACT.actions.confirm,
      entity: CONTRACT.entity,
      entityId,
      after: { ...difference(CONTRACT, { before: null, after: link }).after, sides: open },
    })),
    touches: { siteIds },
  })
}

function confirmedAt(link: LinkRow, side: LinkSide): number | null {
  return side === 'house' ? link.houseConfirmedAt : link.areaConfirmedAt
}
