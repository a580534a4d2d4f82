import type { Link } from '../../../../site/models/records.ts'
import type { BackgroundView } from '../../../../site/models/sites.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { AREA_MAP_COPY as W } from '../../../copy/portal/area-map.ts'
import { archiveName, type MapBackground } from '../../../domain/sites/map-background.ts'
import { withMapSources } from '../../../http/headers.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { exportMap } from '../../../verbs/map/export-map.ts'
import type { MapQuestion } from '../../../verbs/map/map-filter.ts'
import { readBackground } from '../../../verbs/map/read-background.ts'
import {
  type Keep,
  type MapSums,
  readMapAreas,
  readMapAsPoints,
  readMapSums,
} from '../../../verbs/map/read-map.ts'
import { freshForm } from '../form-view.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { askedBox, askedOf, hrefOf, inputsFor, textsOf } from './asked.ts'
import { MAPPED_PLACES_PATH, MAP_PATH as PATH } from './map-path.ts'
import { showPlaces } from './show-places.ts'

const ROWS_A_PAGE = 50

/** Coded places as a map, as a table of sums, as a list and as a file. */
export const mapRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'sites.read', handle: showMap },
  { method: 'GET', path: `${PATH}/points`, may: 'sites.read', handle: sendPoints },
  { method: 'GET', path: `${PATH}/areas`, may: 'sites.read', handle: sendAreas },
  { method: 'GET', path: MAPPED_PLACES_PATH, may: 'sites.read', handle: showPlaces },
  { method: 'GET', path: `${PATH}/export`, may: 'exports.read', handle: download },
]

/** `GET /portal/map?commune=&crop=&…`: the map draws itself; questions, table and figures stand without. */
async function showMap(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const asked = askedOf(portal)
  const [sums, inputs, background] = await Promise.all([
    readMapSums(ctx, { asked, keep: keepOf(portal) }),
    inputsFor(portal, asked),
    keepOf(portal)('background', () => readBackground(ctx)),
  ])
  const texts = textsOf(asked)
  const from = pageFrom(portal)
  const until = from + ROWS_A_PAGE
  const count = (value: number) => formatNumber(value, lang)
  const missing = sums.sites - sums.placed
  const response = await showPortalPage(portal, {
    kind: 'portal/map',
    map: {
      pointsHref: hrefOf(`${PATH}/points`, asked),
      areasHref: hrefOf(`${PATH}/areas`, asked),
      box: sums.box,
      background: background === null ? null : backgroundOf(background),
    },
    shown: fill(W.shown[lang], {
      ...{ shown: count(sums.placed), count: count(sums.sites) },
      missing: count(missing),
    }),
    narrowing: {
      action: PATH,
      inputs,
      form: freshForm(texts),
      active: Object.values(texts).some((text) => text !== ''),
    },
    links: linksOf(portal, asked),
    columns: [
      { name: W.place[lang] },
      ...[W.sites, W.area, W.active, W.stopped, W.unmapped].map((name) => ({
        name: name[lang],
        number: true,
      })),
    ],
    rows: sums.rows.slice(from, until).map((row) => cellsOf(row, { portal, asked, by: sums.by })),
    paging: {
      firstHref: from === 0 ? null : hrefOf(PATH, asked),
      newerHref: null,
      olderHref: until < sums.rows.length ? hrefOf(PATH, asked, { cursor: String(until) }) : null,
    },
  })
  withMapSources(response.headers, background?.url ?? null)
  return response
}

/** Ways on from the map, of the same places. */
function linksOf({ ctx, lang }: Portal, asked: ReturnType<typeof askedOf>): Link[] {
  const list = (text: LocalText, more: Readonly<Record<string, string>> = {}) => ({
    href: hrefOf(MAPPED_PLACES_PATH, asked, more),
    text: text[lang],
  })
  return [
    list(W.list),
    list(W.listMissing, { outline: 'missing' }),
    ...(mayAny(ctx.actor, 'patterns.read')
      ? [list(W.listOverlapping, { outline: 'overlapping' })]
      : []),
    ...(mayAny(ctx.actor, 'exports.read')
      ? [{ href: hrefOf(`${PATH}/export`, asked), text: W.download[lang], download: true }]
      : []),
  ]
}

/** What the map's script needs of a background. */
function backgroundOf(of: MapBackground): BackgroundView {
  const { version, url, tiles, layers, attribution } = of
  // In the address, so that what a browser keeps of an archive is never taken for the next one's.
  const own = `/area-map/background/${archiveName(version)}`
  const elsewhere = url === null ? null : `${url}${url.includes('?') ? '&' : '?'}v=${version}`
  return { href: elsewhere ?? own, tiles, layers, attribution }
}

/** Where a page of the table begins; its rows are few, and added up anew each time. */
function pageFrom({ c }: Portal): number {
  const cursor = c.req.query('cursor') ?? ''
  return /^\d{1,4}$/.test(cursor) ? Number(cursor) : 0
}

/** Sums and points of a whole province are kept while nothing changes. */
function keepOf({ deps, signedIn }: Portal): Keep {
  return (key, load) =>
    deps.pageFacts.read({
      ...{ key: `map ${key}`, mark: signedIn.mark, load },
      // Points are a text already, of characters that take one byte each.
      sizeOf: (kept) => (typeof kept === 'string' ? kept.length : JSON.stringify(kept).length * 2),
    })
}

function cellsOf(
  row: MapSums['rows'][number],
  of: { readonly portal: Portal; readonly asked: MapQuestion; readonly by: MapSums['by'] },
) {
  const { place, placeCode, sites, areaHa, active, stopped, outlined } = row
  const { asked, by, portal } = of
  const { lang } = portal
  const count = (value: number) => ({ text: formatNumber(value, lang) })
  const name = { text: place ?? W.unknownPlace[lang] }
  const href =
    by === 'province'
      ? hrefOf(PATH, asked, { province: placeCode ?? '' })
      : hrefOf(MAPPED_PLACES_PATH, asked, { commune: placeCode ?? '' })
  return [
    placeCode === null ? name : { ...name, href },
    count(sites),
    { text: formatQuantity({ value: areaHa, unit: 'ha' }, lang) },
    ...[active, stopped, sites - outlined].map(count),
  ]
}

const PRIVATE = { 'cache-control': 'private, no-store' }

/** `GET /portal/map/points`: every place that fits, as a point in its colour. */
async function sendPoints(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const text = await readMapAsPoints(ctx, { asked: askedOf(portal), keep: keepOf(portal) })
  return c.body(text, 200, { ...PRIVATE, 'content-type': 'application/geo+json; charset=utf-8' })
}

/** `GET /portal/map/areas?box=`: outlines of one part of the map, with what is told of each place. */
async function sendAreas(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const page = await readMapAreas(ctx, { asked: askedOf(portal), box: askedBox(portal) })
  return c.json(page, 200, PRIVATE)
}

/** `GET /portal/map/export`: what fits, for the province's own system. */
async function download(portal: Portal): Promise<Response> {
  return sendFile(await exportMap(portal.ctx, askedOf(portal)))
}
