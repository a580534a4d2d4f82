import { listSiteKinds } from '../../../db/queries/sites-kinds.ts'
import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { detailsOf, kindFieldsOf } from './kind-fields.ts'
import { openSiteForWriting } from './open-site.ts'

/** A place as its form needs it, for whoever may change it. */
export async function loadSiteForm(ctx: VerbContext, id: string) {
  const site = await openSiteForWriting(ctx, id)
  const lists = await readSiteLists(ctx.db, site.id)
  return {
    site,
    fields: kindFieldsOf(site.kindFields),
    details: detailsOf(site.details),
    ...lists,
  }
}

/** A kind of place as the form of a new one needs it. */
export async function loadSiteKind(ctx: VerbContext, id: string) {
  requireAny(ctx, 'sites.write')
  const kind = (await listSiteKinds(ctx.db)).find((row) => row.id === id)
  if (kind === undefined) throw notFound(THINGS.siteKind)
  return {
    id: kind.id,
    name: { vi: kind.nameVi, en: kind.nameEn, zh: kind.nameZh },
    labelSlot: kind.labelSlot,
    fields: kindFieldsOf(kind.fields),
  }
}
