import { decimal } from '../bytes.ts'
import type { FontWeight } from '../font.ts'
import { fontNames, glyphHex } from '../pdf/pdf-text.ts'

/** A4 across, in points. */
export const PAGE = { width: 841.89, height: 595.28, side: 36, top: 36, bottom: 46 } as const
export const INSIDE_WIDTH = PAGE.width - 2 * PAGE.side

/** Collects the drawing of one page; lengths in points from the top left. */
export type PageCanvas = {
  readonly text: (line: PlacedLine) => void
  readonly rule: (line: { readonly x: number; readonly y: number; readonly width: number }) => void
  readonly fill: (box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }) => void
  /** The operators drawn so far; the canvas is empty then. */
  readonly take: () => string
}

export type PlacedLine = {
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly pt: number
  readonly weight: FontWeight
}

export function pageCanvas(): PageCanvas {
  let drawn: string[] = []
  const up = (y: number) => points(PAGE.height - y)
  return {
    text: ({ text, x, y, pt, weight }) => {
      const font = `/${fontNames[weight]} ${points(pt)} Tf`
      drawn.push(`BT ${font} 1 0 0 1 ${points(x)} ${up(y)} Tm<${glyphHex(text, weight)}>Tj ET`)
    },
    rule: ({ x, y, width }) => {
      drawn.push(`0.5 w 0.6 G ${points(x)} ${up(y)} m ${points(x + width)} ${up(y)} l S`)
    },
    fill: ({ x, y, width, height }) => {
      const box = [points(x), up(y + height), points(width), points(height)].join(' ')
      drawn.push(`0.92 g ${box} re f 0 g`)
    },
    take: () => {
      const operators = drawn.join('\n')
      drawn = []
      return operators
    },
  }
}

function points(value: number): string {
  return decimal(value, 2)
}
