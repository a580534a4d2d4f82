import { faceOf } from './face-of.ts'
import { A4, type SheetLayout, sheetLayouts } from './layouts.ts'

/**
 * Label stock as it is bought: sheets of stickers for an ordinary printer, rolls for a label printer.
 * Lengths in mm; on a roll one label follows the other.
 */
export type Stock = {
  readonly id: string
  readonly kind: 'sheet' | 'roll'
  readonly widthMm: number
  readonly heightMm: number
  readonly columns: number
  readonly rows: number
  readonly leftMm: number
  readonly topMm: number
  readonly pitchXMm: number
  readonly pitchYMm: number
}

const ROLLS = [
  [30, 20],
  [40, 30],
  [50, 30],
  [70, 50],
  [100, 70],
] as const

/** What is sold everywhere, sheets first, by the size of a label. */
export const STOCKS: readonly Stock[] = [
  ...Object.values(sheetLayouts)
    .toSorted((a, b) => a.face.widthMm * a.face.heightMm - b.face.widthMm * b.face.heightMm)
    .map(sheetStock),
  ...ROLLS.map(([widthMm, heightMm]) => rollStock({ widthMm, heightMm })),
]

export function stockOf(id: string): Stock | null {
  return STOCKS.find((stock) => stock.id === id) ?? null
}

/** Where the labels of a stock lie on its paper, and the face they bear. */
export function layoutOfStock(stock: Stock): SheetLayout {
  const known = Object.values(sheetLayouts).find(({ id }) => stock.id === `a4-${id}`)
  if (known !== undefined) return known
  const { id, kind, widthMm, heightMm, columns, rows } = stock
  const { leftMm, topMm, pitchXMm, pitchYMm } = stock
  return {
    ...{ id, columns, rows, leftMm, topMm, pitchXMm, pitchYMm },
    paper: kind === 'roll' ? { widthMm, heightMm } : A4,
    face: faceOf({ widthMm, heightMm }),
  }
}

function sheetStock(layout: SheetLayout): Stock {
  const { id, face, columns, rows, leftMm, topMm, pitchXMm, pitchYMm } = layout
  return {
    id: `a4-${id}`,
    kind: 'sheet',
    ...{ widthMm: face.widthMm, heightMm: face.heightMm },
    ...{ columns, rows, leftMm, topMm, pitchXMm, pitchYMm },
  }
}

/** A roll of labels of a size. */
export function rollStock({ widthMm, heightMm }: Pick<Stock, 'widthMm' | 'heightMm'>): Stock {
  return {
    id: `roll-${widthMm}x${heightMm}`,
    kind: 'roll',
    ...{ widthMm, heightMm, columns: 1, rows: 1, leftMm: 0, topMm: 0 },
    ...{ pitchXMm: widthMm, pitchYMm: heightMm },
  }
}
