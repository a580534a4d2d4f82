import { ARCHIPELAGOS, MAP_SIZE, mapMark } from '../../../../site/view/viet-nam-map.ts'
import { VIET_NAM_OUTLINE } from '../../../../site/view/viet-nam-outline.generated.ts'
import { provincePoint } from '../../../domain/copies/province-points.ts'
import { escapeXml } from '../../../lib/text/escape-markup.ts'

/** Radii of the circles, in units of the drawing. */
const LEAST = 2
const MOST = 9

/**
 * Where a label was opened: a circle for each province, its area by the number of phones, as SVG in the
 * reader's colour. Null where no province is known; the figures stand in a table beside it.
 */
export function openedMap(input: {
  readonly tallies: readonly { readonly key: string; readonly visitors: number }[]
  /** What a reader who does not see it is told. */
  readonly describedBy: string
}): string | null {
  const { tallies, describedBy } = input
  const most = Math.max(1, ...tallies.map(({ visitors }) => visitors))
  const circles = tallies.flatMap(({ key, visitors }) => {
    const mark = mapMark(provincePoint(key))
    if (mark === null) return []
    const radius = Math.max(LEAST, MOST * Math.sqrt(visitors / most)).toFixed(1)
    const told = `<title>${escapeXml(key)}: ${visitors}</title>`
    return [`<circle cx="${mark.x}" cy="${mark.y}" r="${radius}">${told}</circle>`]
  })
  if (circles.length === 0) return null
  const { width, height } = MAP_SIZE
  const islands = ARCHIPELAGOS.flatMap((group) =>
    group.islands.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="0.9"/>`),
  )
  const size = `width="${2 * width}" height="${2 * height}" viewBox="0 0 ${width} ${height}"`
  const land = `<g fill="currentColor" fill-opacity="0.2"><path d="${VIET_NAM_OUTLINE}"/>${islands.join('')}</g>`
  const marks = `<g fill="currentColor" fill-opacity="0.6" stroke="currentColor">${circles.join('')}</g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escapeXml(describedBy)}">${land}${marks}</svg>`
}
