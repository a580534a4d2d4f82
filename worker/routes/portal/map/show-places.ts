import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { AREA_MAP_COPY as W } from '../../../copy/portal/area-map.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { type ListedPlace, listMappedPlaces } from '../../../verbs/map/list-mapped.ts'
import { freshForm } from '../form-view.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { ASKED_NAMES, askedOf, hrefOf, inputsFor, textsOf } from './asked.ts'
import { MAP_PATH, MAPPED_PLACES_PATH } from './map-path.ts'

const PAGE_SIZE = 50

/** `GET /portal/map/places?commune=&crop=&…&cursor=`: the places of the map one by one, to be read. */
export async function showPlaces(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = askedOf(portal)
  const cursor = c.req.query('cursor') ?? null
  const [{ rows, nextCursor }, inputs] = await Promise.all([
    listMappedPlaces(ctx, { asked, cursor, limit: PAGE_SIZE }),
    inputsFor(portal, asked),
  ])
  const texts = textsOf(asked)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.listTitle[lang],
    lead: W.listLead[lang],
    empty: W.empty[lang],
    narrowing: {
      action: MAPPED_PLACES_PATH,
      inputs,
      form: freshForm(texts),
      active: Object.values(texts).some((text) => text !== ''),
    },
    columns: [W.name, W.place, W.crop, W.area, W.status, W.outline].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    paging: pagingOf(c, { path: MAPPED_PLACES_PATH, kept: ASKED_NAMES, nextCursor }),
    links: [{ href: hrefOf(MAP_PATH, asked), text: W.title[lang] }],
    done: null,
  })
}

function cellsOf(row: ListedPlace, lang: Language): TableCell[] {
  const { id, name, holder, communeName, provinceName, crops, codes, areaHa, outlined } = row
  const place = [communeName, provinceName].filter((each) => each !== null).join(', ')
  const markets = Object.entries(row.markets)
  return [
    {
      text: name,
      href: `/portal/sites/${encodeURIComponent(id)}`,
      small: [codes.map(({ code }) => code).join(', '), holder].join(' · '),
    },
    { text: place === '' ? W.unknownPlace[lang] : place },
    { text: crops.join(', ') },
    { text: areaHa === null ? '' : formatQuantity({ value: areaHa, unit: 'ha' }, lang) },
    {
      text: '',
      statuses: markets.map(([market, status]) => ({ name: marketName(market, lang), status })),
    },
    { text: outlined ? W.outlined[lang] : W.missing[lang] },
  ]
}
