import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { AREA_MAP_COPY as W } from '../../../copy/portal/area-map.ts'
import { withMapSources } from '../../../http/headers.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { exportMap, type MapSums, readMap, readMapSums } from '../../../verbs/map/read-map.ts'
import { freshForm } from '../form-view.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/map'
const LONGEST = 80

/** Coded places as a map and as a table. */
export const mapRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'sites.read', handle: showMap },
  { method: 'GET', path: `${PATH}/areas`, may: 'sites.read', handle: sendAreas },
  { method: 'GET', path: `${PATH}/export`, may: 'exports.read', handle: download },
]

/** `GET /portal/map?crop=`: the map draws itself from `/portal/map/areas`; the table stands without. */
async function showMap(portal: Portal): Promise<Response> {
  const { c, ctx, deps, lang, signedIn } = portal
  const crop = (c.req.query('crop') ?? '').trim().slice(0, LONGEST)
  const { rows } = await readMapSums(ctx, {
    crop: crop === '' ? null : crop,
    keep: (key, load) =>
      deps.pageFacts.read({
        ...{ key: `map ${key}`, mark: signedIn.mark, load },
        sizeOf: (kept) => JSON.stringify(kept).length * 2,
      }),
  })
  const response = await showPortalPage(portal, {
    kind: 'portal/map',
    areasHref: `${PATH}/areas`,
    exportHref: mayAny(ctx.actor, 'exports.read') ? `${PATH}/export` : null,
    filter: freshForm({ crop }),
    columns: [
      { name: W.place[lang] },
      ...[W.sites, W.area, W.active, W.stopped, W.unmapped].map((name) => ({
        name: name[lang],
        number: true,
      })),
    ],
    rows: rows.map((row) => cellsOf(row, portal)),
  })
  withMapSources(response.headers)
  return response
}

function cellsOf(row: MapSums['rows'][number], { lang }: Portal) {
  const { place, sites, areaHa, active, stopped, outlined } = row
  const count = (value: number) => ({ text: formatNumber(value, lang) })
  return [
    { text: place ?? W.unknownPlace[lang] },
    count(sites),
    { text: formatQuantity({ value: areaHa, unit: 'ha' }, lang) },
    ...[active, stopped, sites - outlined].map(count),
  ]
}

/** `GET /portal/map/areas?after=`: a page of GeoJSON features, for the map alone. */
async function sendAreas({ c, ctx }: Portal): Promise<Response> {
  const page = await readMap(ctx, { after: c.req.query('after') ?? null })
  return c.json(page, 200, { 'cache-control': 'private, no-store' })
}

/** `GET /portal/map/export`: everything, for the province's own system. */
async function download({ ctx }: Portal): Promise<Response> {
  return sendFile(await exportMap(ctx))
}
