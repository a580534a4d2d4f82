import { AREA_MAP_COPY as W } from '../../worker/copy/portal/area-map.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

const box = document.getElementById('area-map')
if (box !== null) begin(box)

/** The page is read and its form used before a large library is taken up: it comes after the first picture. */
function begin(element: HTMLElement): void {
  const lang = languageOf(element)
  const draw = async () => (await import('./draw-map.ts')).drawMap(element, lang)
  requestAnimationFrame(() =>
    setTimeout(() => {
      draw().catch(() => {
        const told = document.createElement('p')
        told.className = 'notice'
        told.textContent = W.failed[lang]
        element.append(told)
      })
    }),
  )
}

function languageOf(element: HTMLElement): Language {
  const { lang } = element.dataset
  return lang === 'en' || lang === 'zh' ? lang : 'vi'
}
