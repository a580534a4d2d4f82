import { formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { AREA_MAP_COPY as W } from '../../../copy/portal/area-map.ts'
import { listMappedPlaces } from '../../../verbs/map/list-mapped.ts'
import { freshForm } from '../form-view.ts'
import { sitePath } from '../path-in.ts'
import type { Portal } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { ASKED_NAMES, askedOf, hrefOf, inputsFor, textsOf } from './asked.ts'
import { MAP_PATH, MAPPED_PLACES_PATH } from './map-path.ts'

/** `GET /portal/map/places?commune=&crop=&…&cursor=`: the places of the map one by one, to be read. */
export async function showPlaces(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const asked = askedOf(portal)
  const [list, inputs] = await Promise.all([
    listMappedPlaces(ctx, { asked, ...pageAsked(portal) }),
    inputsFor(portal, asked),
  ])
  const texts = textsOf(asked)
  return showListPage(portal, list, {
    words: { title: W.listTitle, lead: W.listLead, empty: W.empty },
    narrowing: {
      action: MAPPED_PLACES_PATH,
      inputs,
      form: freshForm(texts),
      active: Object.values(texts).some((text) => text !== ''),
    },
    columns: [
      column(W.name, ({ name, id, codes, holder }) => ({
        text: name,
        href: sitePath(id),
        small: [codes.map(({ code }) => code).join(', '), holder].join(' · '),
      })),
      column(
        W.place,
        ({ communeName, provinceName }) =>
          [communeName, provinceName].filter((each) => each !== null).join(', ') || W.unknownPlace,
      ),
      column(W.crop, ({ crops }) => crops.join(', ')),
      column(W.area, ({ areaHa: value }) =>
        value === null ? '' : formatQuantity({ value, unit: 'ha' }, lang),
      ),
      column(W.status, ({ markets }) => ({
        text: '',
        statuses: Object.entries(markets).map(([market, status]) => ({
          name: marketName(market, lang),
          status,
        })),
      })),
      column(W.outline, ({ outlined }) => (outlined ? W.outlined : W.missing)),
    ],
    at: { path: MAPPED_PLACES_PATH, kept: ASKED_NAMES },
    links: [{ href: hrefOf(MAP_PATH, asked), text: W.title }],
  })
}
