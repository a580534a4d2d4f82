import {
  Map as AreaMap,
  addProtocol,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import { Protocol } from 'pmtiles'
import { AREA_MAP_COPY as W } from '../../worker/copy/portal/area-map.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { BackgroundView } from '../models/sites.ts'
import { type AreasOnScreen, areasOnScreen } from './areas-on-screen.ts'
import { makeElement, placeCard } from './card.ts'
import { AREAS_FROM, mapStyle } from './map-style.ts'
import { type Part, partOf } from './part-of-map.ts'

/** Where the library's worker lies, put in by the build. */
declare const MAP_WORKER_URL: string

/** The mainland and the islands to Trường Sa: what is shown where there is nothing to show. */
const VIET_NAM: Part = [102, 7.5, 115, 23.5]
/** Under this a page is read with one finger, so the map moves with two. */
const NARROW = '(max-width: 600px)'

/** Draws all places as points at once, and the outlines of what is on the screen when it is near enough. */
export function drawMap(element: HTMLElement, lang: Language): void {
  const told = makeElement('p', 'small')
  told.setAttribute('role', 'status')
  told.textContent = W.closer[lang]
  const canvas = makeElement('div', 'area-map-canvas')
  element.replaceChildren(canvas, told)
  setWorkerUrl(MAP_WORKER_URL)
  const background = backgroundOf(element.dataset['background'])
  if (background !== null) addProtocol('pmtiles', new Protocol().tile)
  const [west, south, east, north] = partOf(element.dataset['box']) ?? VIET_NAM
  const map = new AreaMap({
    container: canvas,
    style: mapStyle({ points: absolute(element.dataset['points']), background }),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 30, maxZoom: 15 },
    ...{ maxZoom: 19, attributionControl: false, dragRotate: false, fadeDuration: 0 },
    cooperativeGestures: matchMedia(NARROW).matches,
    locale: {
      'Map.Title': W.region[lang],
      'NavigationControl.ZoomIn': W.zoomIn[lang],
      'NavigationControl.ZoomOut': W.zoomOut[lang],
      'CooperativeGesturesHandler.MobileHelpText': W.twoFingers[lang],
      'CooperativeGesturesHandler.WindowsHelpText': W.withKey[lang],
      'CooperativeGesturesHandler.MacHelpText': W.withKey[lang],
    },
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  map.addControl(new ScaleControl())
  map.once('idle', () => {
    element.dataset['ready'] = String(Math.round(performance.now()))
  })
  const areas = areasOnScreen({ map, href: absolute(element.dataset['areas']), told, lang })
  openOnTap(map, { areas, lang })
}

/** The page's own description of it, of the same build. */
function backgroundOf(text: string | undefined): BackgroundView | null {
  if (text === undefined) return null
  const { href, ...rest } = JSON.parse(text) as BackgroundView
  return { ...rest, href: absolute(href) }
}

function absolute(href = ''): string {
  return new URL(href, location.href).href
}

/** A tap on an outline tells what the place is and leads to its page; one on a dot goes nearer. */
function openOnTap(map: AreaMap, given: { areas: AreasOnScreen; lang: Language }): void {
  const { areas, lang } = given
  const nearer = { zoom: AREAS_FROM + 1.5 }
  const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches
  map.on('click', 'dot', ({ lngLat }) => map.easeTo({ ...nearer, center: lngLat, animate }))
  for (const layer of ['area', 'point']) {
    map.on('click', layer, ({ features, lngLat }) => {
      const found = areas.find(features?.[0]?.properties['id'])
      if (found === null) return
      const popup = new Popup({ maxWidth: '18rem' }).setLngLat(lngLat)
      popup.setDOMContent(placeCard(found, lang)).addTo(map)
    })
  }
  for (const layer of ['area', 'point', 'dot']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}
