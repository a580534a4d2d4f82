import type { Context } from 'hono'
import type { PlaceSum } from '../../../db/queries/site-map.ts'
import type { MapPlaceView } from '../../../site/models/map.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { publicMap } from '../../verbs/map/public-map.ts'
import { pageHref } from './page-href.ts'
import { showPage } from './show-page.ts'

/** `GET /map?province={code}`: where coded produce grows, open to everyone. */
export async function showMapPage(c: Context<AppEnv>): Promise<Response> {
  const { deps, language: lang } = c.var
  const asked = c.req.query('province') ?? ''
  if (asked !== '' && !/^\d{2}$/.test(asked)) throw problemOf('not_found')
  const { value } = await publicMap(deps, { provinceCode: asked === '' ? null : asked })
  const { province, rows } = value
  // A province nobody knows has no page; one without codes has an empty one.
  if (asked !== '' && province === null) throw problemOf('not_found')
  return showPage(c, {
    kind: 'map',
    province,
    rows: rows.map((row) => viewOf(row, { isProvince: asked === '', lang })),
  })
}

function viewOf(
  row: PlaceSum,
  { isProvince, lang }: { readonly isProvince: boolean; readonly lang: Language },
): MapPlaceView {
  const { placeCode, place, sites, areaHa, active, stopped, lat, lng } = row
  const leads = isProvince && placeCode !== null
  return {
    ...{ name: place, sites, areaHa, active, stopped },
    href: leads ? pageHref({ path: '/map', asked: { province: placeCode }, lang }) : null,
    point: lat === null || lng === null ? null : { lat: rounded(lat), lng: rounded(lng) },
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
