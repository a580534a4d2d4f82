import { escapeXml } from '../text/escape-markup.ts'

/** A box of a drawing: two short lines, and where it leads. */
export type GraphNode = {
  readonly id: string
  readonly title: string
  readonly small: string
  readonly href: string
  /** The one it is all about. */
  readonly isFocus: boolean
}

const BOX = { width: 164, height: 46 } as const
const GAP = { x: 14, y: 44 } as const
const EDGE = 6
/** Letters that fit a box. */
const LONGEST = 20

/**
 * Boxes in rows, joined by lines from row to row, as SVG in the reader's colours: no script, no style
 * of its own beyond attributes. `describedBy` is what a reader who does not see it is told.
 */
export function layeredGraph(input: {
  readonly rows: readonly (readonly GraphNode[])[]
  readonly edges: readonly { readonly fromId: string; readonly toId: string }[]
  readonly describedBy: string
}): string {
  const { rows, edges, describedBy } = input
  const widest = Math.max(1, ...rows.map((row) => row.length))
  const width = widest * (BOX.width + GAP.x) - GAP.x + 2 * EDGE
  const height = rows.length * (BOX.height + GAP.y) - GAP.y + 2 * EDGE
  const places = new Map<string, { x: number; y: number }>()
  for (const [at, row] of rows.entries()) {
    const rowWidth = row.length * (BOX.width + GAP.x) - GAP.x
    for (const [column, node] of row.entries()) {
      places.set(node.id, {
        x: (width - rowWidth) / 2 + column * (BOX.width + GAP.x),
        y: EDGE + at * (BOX.height + GAP.y),
      })
    }
  }
  const lines = edges.flatMap(({ fromId, toId }) => {
    const [from, to] = [places.get(fromId), places.get(toId)]
    return from === undefined || to === undefined ? [] : [line(from, to)]
  })
  const boxes = rows.flat().map((node) => box(node, places.get(node.id) ?? { x: 0, y: 0 }))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(describedBy)}"><g fill="none" stroke="currentColor" stroke-opacity="0.5">${lines.join('')}</g>${boxes.join('')}</svg>`
}

type Point = { readonly x: number; readonly y: number }

function line(from: Point, to: Point): string {
  const x = (point: Point) => (point.x + BOX.width / 2).toFixed(1)
  const down = to.y > from.y
  const start = from.y + (down ? BOX.height : 0)
  const end = to.y + (down ? 0 : BOX.height)
  return `<path d="M${x(from)} ${start}L${x(to)} ${end}"/>`
}

function box({ title, small, href, isFocus }: GraphNode, { x, y }: Point): string {
  const place = `x="${x.toFixed(1)}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"`
  const stroke = `stroke="currentColor" stroke-width="${isFocus ? 3 : 1}"`
  const text = (line: string, dy: number, size: number, weight: number) =>
    `<text x="${(x + 10).toFixed(1)}" y="${y + dy}" font-size="${size}" font-weight="${weight}" fill="currentColor">${escapeXml(cut(line))}</text>`
  return `<a href="${escapeXml(href)}"><rect ${place} fill="none" ${stroke} pointer-events="all"/>${text(title, 19, 14, 600)}${text(small, 36, 12, 400)}</a>`
}

function cut(text: string): string {
  const letters = [...text]
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join('')}…`
}
