import {
  confirmLinkStatement,
  type LinkRow,
  type LinkSide,
  linkRuns,
  readLink,
} from '../../../db/queries/sites-links.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { linkSides } from './link-sides.ts'
import { openSite, siteChanged } from './open-site.ts'
import { runGuarded } from './run-guarded.ts'

/**
 * Agrees to a contract on behalf of the place, or places, the actor speaks for: from then on the
 * codes of that side may be used by the other. Agreeing again changes nothing.
 */
export async function confirmLink({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { readonly id: string; readonly linkId: string }
}): Promise<void> {
  const site = await openSite(ctx, input.id)
  const link = await readLink(ctx.db, input.linkId)
  const sides = link === null ? null : await linkSides(ctx, link)
  if (link === null || sides === null || ![sides.house.id, sides.area.id].includes(site.id)) {
    throw notFound(THINGS.contract)
  }
  const open = sides.mine.filter((side) => confirmedAt(link, side) === null)
  if (open.length === 0) {
    if (sides.mine.length > 0) return
    throw conflict(SITE_REFUSALS.notYoursToConfirm)
  }
  const siteIds = [sides.house.id, sides.area.id]
  await runGuarded(ctx.db, {
    condition: linkRuns(link.id),
    refusal: siteChanged,
    statements: [
      ...open.map((side) =>
        confirmLinkStatement(ctx.db, {
          id: link.id,
          side,
          at: ctx.now(),
          actor: actorText(ctx.actor),
        }),
      ),
      markDocumentsStale(ctx.db, { siteIds, batchIds: [] }),
      ...siteIds.map((entityId) =>
        auditStatement(ctx, {
          action: 'site.link.confirm',
          entity: 'site',
          entityId,
          after: { contractNo: link.contractNo, fromOn: link.fromOn, toOn: link.toOn, sides: open },
        }),
      ),
    ],
  })
  await rebuildDocumentsFor(ctx, { siteIds })
}

function confirmedAt(link: LinkRow, side: LinkSide): number | null {
  return side === 'house' ? link.houseConfirmedAt : link.areaConfirmedAt
}
