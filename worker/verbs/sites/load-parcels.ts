import { readParcels } from '../../../db/queries/sites-parcels.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import type { VerbContext } from '../context.ts'
import { openSiteForWriting } from './open-site.ts'

/** The land parcels of a place, for whoever may change them. */
export async function loadParcels(
  ctx: VerbContext,
  id: string,
): Promise<{ site: SiteRow; parcels: readonly string[] }> {
  const site = await openSiteForWriting(ctx, id)
  return { site, parcels: await readParcels(ctx.db, site.id) }
}
