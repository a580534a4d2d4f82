import {
  Map as AreaMap,
  type GeoJSONSource,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import { fill } from '../../worker/copy/fill.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { codeStatusName } from '../../worker/copy/names.ts'
import { AREA_MAP_COPY as W } from '../../worker/copy/portal/area-map.ts'
import type { MapFeature, MapPage } from '../../worker/domain/sites/map-feature.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { boxOf, type Choice, choicesOf, drawnFeatures } from './drawn.ts'
import { MAP_STYLE } from './map-style.ts'

const box = document.getElementById('area-map')
if (box !== null) start(box).catch(() => say(box, W.failed[languageOf(box)]))

function languageOf(element: HTMLElement): Language {
  const { lang } = element.dataset
  return lang === 'en' || lang === 'zh' ? lang : 'vi'
}

/** Draws the first places as soon as they are there, and the others as they come. */
async function start(element: HTMLElement): Promise<void> {
  const lang = languageOf(element)
  const told = makeElement('p', 'small')
  told.setAttribute('role', 'status')
  const canvas = makeElement('div', 'area-map-canvas')
  const chooser = makeElement('form', 'area-map-chooser')
  element.append(chooser, canvas, told)
  setWorkerUrl('/area-map/map-worker.js')
  const map = new AreaMap({
    ...{ container: canvas, style: MAP_STYLE, center: [106.5, 16], zoom: 4, maxZoom: 19 },
    ...{ attributionControl: false, cooperativeGestures: false, dragRotate: false },
    locale: { 'Map.Title': W.region[lang] },
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  map.addControl(new ScaleControl())
  await map.once('load')
  const all: MapFeature[] = []
  const show = (isMoving: boolean): void => {
    const drawn = drawnFeatures(all, choiceOf(chooser))
    map.getSource<GeoJSONSource>('areas')?.setData({
      type: 'FeatureCollection',
      features: drawn.map(({ id: _, ...each }) => each) as GeoJSON.Feature[],
    })
    const around = boxOf(drawn)
    if (isMoving && around !== null) {
      const [[west, south], [east, north]] = around
      map.fitBounds([west, south, east, north], { padding: 30, maxZoom: 15, animate: false })
    }
    told.textContent = fill(W.shown[lang], {
      ...{ shown: drawn.length, count: all.length },
      missing: all.filter(({ geometry }) => geometry === null).length,
    })
  }
  chooser.addEventListener('change', () => show(true))
  openOnTap(map, { all, lang })
  let next: string | null = null
  do {
    const page: MapPage = await readPage(element.dataset['areas'] ?? '', next)
    all.push(...page.features)
    if (next === null || page.next === null) {
      offer(chooser, { all, lang })
      show(true)
    }
    if (page.next !== null) told.textContent = fill(W.loading[lang], { count: all.length })
    next = page.next
  } while (next !== null)
}

async function readPage(href: string, after: string | null): Promise<MapPage> {
  const query = after === null ? '' : `?after=${encodeURIComponent(after)}`
  const answer = await fetch(`${href}${query}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`places answered ${answer.status}`)
  // The Worker's own answer, of the same build.
  return (await answer.json()) as MapPage
}

const STATUSES: readonly CodeStatus[] = [
  ...(['active', 'pending_foreign_approval', 'suspended', 'revoked'] as const),
  ...(['expired', 'cancelled'] as const),
]

/** Offers what there is to choose from, and keeps what was chosen. */
function offer(form: HTMLElement, given: { all: readonly MapFeature[]; lang: Language }): void {
  const { lang } = given
  const { crops, markets } = choicesOf(given.all, lang)
  const kept = choiceOf(form)
  const named = (names: readonly string[], nameOf: (name: string) => string) =>
    names.map((value) => ({ value, text: nameOf(value) }))
  form.replaceChildren(
    choiceField(
      'crop',
      W.crop[lang],
      named(crops, (crop) => crop),
      lang,
    ),
    choiceField(
      'market',
      W.market[lang],
      named(markets, (market) => marketName(market, lang)),
      lang,
    ),
    choiceField(
      'status',
      W.status[lang],
      STATUSES.map((value) => ({ value, text: codeStatusName(value, lang) })),
      lang,
    ),
  )
  for (const select of form.querySelectorAll('select'))
    select.value = kept[select.name as keyof Choice]
}

function choiceField(
  name: keyof Choice,
  label: string,
  options: readonly { value: string; text: string }[],
  lang: Language,
): HTMLElement {
  const field = makeElement('label', 'field')
  const select = document.createElement('select')
  select.name = name
  for (const { value, text } of [{ value: '', text: W.any[lang] }, ...options]) {
    select.append(new Option(text, value))
  }
  field.append(makeElement('span', 'label', label), select)
  return field
}

function choiceOf(form: HTMLElement): Choice {
  const chosen = (name: string) =>
    form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? ''
  return { crop: chosen('crop'), market: chosen('market'), status: chosen('status') }
}

/** A tap tells what a place is, and leads to its page. */
function openOnTap(map: AreaMap, given: { all: readonly MapFeature[]; lang: Language }): void {
  const { all, lang } = given
  for (const layer of ['area', 'point']) {
    map.on('click', layer, ({ features, lngLat }) => {
      const id: unknown = features?.[0]?.properties['id']
      const found = all.find((feature) => feature.id === id)
      if (found === undefined) return
      new Popup({ maxWidth: '18rem' }).setLngLat(lngLat).setDOMContent(card(found, lang)).addTo(map)
    })
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}

function card({ id, properties }: MapFeature, lang: Language): HTMLElement {
  const { name, holder, commune, province, crops, codes, markets, areaHa } = properties
  const whole = makeElement('div', 'area-map-card')
  const head = makeElement('p')
  head.append(makeElement('strong', '', name))
  const place = [commune, province].filter((each) => each !== null).join(', ')
  const size = areaHa === null ? '' : `${areaHa.toLocaleString(lang)} ha`
  const statuses = Object.entries(markets).map(
    ([market, status]) => `${marketName(market, lang)}: ${codeStatusName(status, lang)}`,
  )
  const facts = [
    holder,
    place,
    [crops.join(', '), size].filter(Boolean).join(' · '),
    codes.join(', '),
    ...statuses,
  ]
  const link = document.createElement('a')
  link.href = `/portal/sites/${encodeURIComponent(id)}`
  link.textContent = W.open[lang]
  whole.append(head, ...facts.filter(Boolean).map((text) => makeElement('p', 'small', text)), link)
  return whole
}

function makeElement(name: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}

function say(element: HTMLElement, text: string): void {
  element.append(makeElement('p', 'notice', text))
}
