import { readSite, type SiteRow } from '../../../db/queries/sites-rows.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny, requirePermission } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** A place the actor may read; `not_found` for one they may not even know of. */
export async function openSite(ctx: Reading, id: string): Promise<SiteRow> {
  const site = await readSite(ctx.db, id)
  if (site === null || !mayDo(ctx.actor, 'sites.read', targetOf(site))) throw noSuchSite()
  return site
}

/** A place whose diary the actor may write; any other, and one taken back, is simply not there. */
export async function openDiarySite(ctx: Reading, id: string): Promise<SiteRow> {
  requireAny(ctx, 'diary.write')
  const site = await readSite(ctx.db, id)
  if (site === null || site.withdrawnAt !== null) throw noSuchSite()
  if (!mayDo(ctx.actor, 'diary.write', targetOf(site))) throw noSuchSite()
  return site
}

/** A place the actor may change; refuses one that was taken back. */
export async function openSiteForWriting(ctx: Reading, id: string): Promise<SiteRow> {
  const site = await openSite(ctx, id)
  requirePermission(ctx, 'sites.write', targetOf(site))
  if (site.withdrawnAt !== null) {
    throw conflict(fillAll(SITE_REFUSALS.withdrawn, { name: site.name }))
  }
  return site
}

export function noSuchSite() {
  return notFound(THINGS.site)
}

/** Somebody else saved the same place in between. */
export function siteChanged() {
  return conflict(SITE_REFUSALS.editedMeanwhile)
}
