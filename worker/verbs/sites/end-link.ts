import * as z from 'zod'
import { endLinkStatement, linkRuns, readLink } from '../../../db/queries/sites-links.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import type { VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { dateText } from './date-text.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'
import { runGuarded } from './run-guarded.ts'

const endInput = z.object({ toOn: dateText })

/** Ends a contract between a packing house and a growing area on a day, today unless given. */
export async function endLink({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; linkId: string; toOn: string }
}): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const link = await readLink(ctx.db, input.linkId)
  const isOurs = link !== null && [link.packingHouseId, link.growingAreaId].includes(site.id)
  if (!isOurs) throw notFound(THINGS.contract)
  const toOn = parseInput(endInput, input).toOn ?? vietnamDateOf(ctx.now())
  if (toOn < link.fromOn) {
    const text = SITE_REFUSALS.contractEndsBefore
    throw invalidInput([{ path: 'toOn', text }])
  }
  const siteIds = [link.packingHouseId, link.growingAreaId]
  await runGuarded(ctx.db, {
    condition: linkRuns(link.id),
    refusal: siteChanged,
    statements: [
      endLinkStatement(ctx.db, { id: link.id, toOn, at: ctx.now() }),
      markDocumentsStale(ctx.db, { siteIds, batchIds: [] }),
      ...siteIds.map((entityId) =>
        auditStatement(ctx, {
          action: 'site.link.end',
          entity: 'site',
          entityId,
          before: { contractNo: link.contractNo, fromOn: link.fromOn, toOn: link.toOn },
          after: { toOn },
        }),
      ),
    ],
  })
  await rebuildDocumentsFor(ctx, { siteIds })
}
