import type { LinkSide } from '../../../db/queries/sites-links.ts'
import { readSite, type SiteRow } from '../../../db/queries/sites-rows.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'

/** The two places of a contract, and the sides the actor may speak for. */
export type LinkSides = {
  readonly house: SiteRow
  readonly area: SiteRow
  readonly mine: readonly LinkSide[]
}

/**
 * For whom the actor may agree to a contract: the holder of a place for that place, an officer for
 * every place in their area. Null where a place is not there.
 */
export async function linkSides(
  ctx: Reading,
  link: { readonly packingHouseId: string; readonly growingAreaId: string },
): Promise<LinkSides | null> {
  const house = await readSite(ctx.db, link.packingHouseId)
  const area = await readSite(ctx.db, link.growingAreaId)
  if (house === null || area === null) return null
  const speaksFor = (site: SiteRow) => mayDo(ctx.actor, 'sites.write', targetOf(site))
  const mine: LinkSide[] = []
  if (speaksFor(house)) mine.push('house')
  if (speaksFor(area)) mine.push('area')
  return { house, area, mine }
}
