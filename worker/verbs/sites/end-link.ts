import { updateRecord } from '../../../db/queries/records.ts'
import { linkRuns, readLink } from '../../../db/queries/sites-links.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { CONTRACT } from '../../resources/contract.ts'
import { difference, inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { notFound } from '../guard/refusals.ts'
import { noteAuthorisation } from './note-authorisation.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'

const endInput = inputOf({ fields: { toOn: CONTRACT.fields.toOn } })

/** Ends a contract between a packing house and a growing area on a day, today unless given. */
export async function endLink({
  ctx,
  input,
}: Call<{ id: string; linkId: string; toOn: string }>): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const link = await readLink(ctx.db, input.linkId)
  const isOurs = link !== null && [link.packingHouseId, link.growingAreaId].includes(site.id)
  if (!isOurs) throw notFound(CONTRACT.noun)
  const toOn = parseInput(endInput, input).toOn ?? vietnamDateOf(ctx.now())
  if (toOn < link.fromOn) throw invalidField('toOn', SITE_REFUSALS.contractEndsBefore)
  const siteIds = [link.packingHouseId, link.growingAreaId]
  const changed = difference(CONTRACT, { before: link, after: { ...link, toOn } })
  const which = { contractNo: link.contractNo }
  await change(ctx, {
    may: CONTRACT.may.write,
    target: targetOf(site),
    guards: [{ holds: linkRuns(link.id), refusal: siteChanged }],
    statements: [
      updateRecord(ctx.db, CONTRACT.table, {
        id: link.id,
        set: { toOn, endedAt: ctx.now() },
      }),
      noteAuthorisation(ctx, { linkId: link.id, kind: 'ended', effectiveOn: toOn }),
    ],
    audit: siteIds.map((entityId) => ({
      action: CONTRACT.actions.end,
      entity: CONTRACT.entity,
      entityId,
      before: { ...which, ...changed.before },
      after: { ...which, ...changed.after },
    })),
    touches: { siteIds },
  })
}
