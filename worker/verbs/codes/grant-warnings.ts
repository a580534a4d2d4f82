import { readBoundaryOf } from '../../../db/queries/sites-boundaries.ts'
import {
  type CropRow,
  readSite,
  readSiteLists,
  type SiteRow,
} from '../../../db/queries/sites-rows.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatNumber } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { ofStoredGeoJson } from '../../lib/geo/boundary.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { Lookup } from '../context.ts'
import { holdAgainstCommune } from '../sites/hold-against-commune.ts'

/** What of a place deserves a look before a code is granted for it; none of it blocks. */
export async function placeWarnings(ctx: Lookup, siteId: string): Promise<LocalText[]> {
  const [site, lists] = await Promise.all([readSite(ctx.db, siteId), readSiteLists(ctx.db, siteId)])
  if (site === null) return []
  return [...plantedWarnings(site, lists.crops), ...(await communeWarnings(ctx, site))]
}

/** Intercropped, crops may add up to more than the land; one alone may not. */
function plantedWarnings(site: SiteRow, crops: readonly CropRow[]): LocalText[] {
  const { areaHa, name } = site
  if (areaHa === null) return []
  return crops.flatMap(({ crop, plantedAreaHa }) => {
    if (plantedAreaHa === null || plantedAreaHa <= areaHa) return []
    const planted = inEach((lang) => formatNumber(plantedAreaHa, lang))
    const area = inEach((lang) => formatNumber(areaHa, lang))
    return [fillAll(W.plantedTooLarge, { crop, planted, area, site: name })]
  })
}

async function communeWarnings(ctx: Lookup, site: SiteRow): Promise<LocalText[]> {
  const row = await readBoundaryOf(ctx.db, site.id)
  if (row === null) return []
  const boundary = ofStoredGeoJson(row.geojson)
  const holding = await holdAgainstCommune(ctx, { site, boundary, areaHa: row.areaHa })
  switch (holding.kind) {
    case 'no_commune':
    case 'not_outlined':
    case 'within':
      return []
    case 'partly_outside_commune':
    case 'outside_commune': {
      const percent = holding.kind === 'outside_commune' ? 100 : holding.percent
      return [fillAll(W.outsideCommune, { site: site.name, percent, commune: holding.commune })]
    }
  }
}
