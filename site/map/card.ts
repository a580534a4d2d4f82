import { marketName } from '../../worker/copy/markets.ts'
import { codeStatusName } from '../../worker/copy/names.ts'
import { AREA_MAP_COPY as W } from '../../worker/copy/portal/area-map.ts'
import type { MapFeature } from '../../worker/domain/sites/map-feature.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** What is told of a place at a tap, with the way to its page. */
export function placeCard({ id, properties }: MapFeature, lang: Language): HTMLElement {
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

export function makeElement(name: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}
