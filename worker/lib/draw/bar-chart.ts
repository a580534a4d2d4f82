import { escapeXml } from '../text/escape-markup.ts'

const HEIGHT = 120
const GAP = 2
const WIDEST_BAR = 24
const LEAST_WIDTH = 300

/** Bars in a row as SVG in the reader's colour; the figures stand in a table beside it. */
export function barChart(input: {
  readonly bars: readonly { readonly label: string; readonly value: number }[]
  /** What a reader who does not see it is told. */
  readonly describedBy: string
}): string {
  const { bars, describedBy } = input
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const step = Math.min(WIDEST_BAR, Math.max(4, LEAST_WIDTH / Math.max(1, bars.length)))
  const width = Math.ceil(Math.max(LEAST_WIDTH, bars.length * step))
  const drawn = bars.map(({ label, value }, at) => {
    const height = value === 0 ? 0 : Math.max(1, (value / most) * HEIGHT)
    const place = `x="${(at * step).toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}"`
    const size = `width="${(step - GAP).toFixed(1)}" height="${height.toFixed(1)}"`
    return `<rect ${place} ${size}><title>${escapeXml(label)}: ${value}</title></rect>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT + 2}" viewBox="0 0 ${width} ${HEIGHT + 2}" role="img" aria-label="${escapeXml(describedBy)}"><g fill="currentColor">${drawn.join('')}</g><path d="M0 ${HEIGHT + 1}H${width}" stroke="currentColor"/></svg>`
}
