import type { StickerFace } from './sticker-face.ts'

/** Name of a sticker sheet: how many stickers it holds. */
export type LayoutId = '65' | '24' | '21' | '8'

/** Paper that goes through a printer. */
export type Paper = { readonly widthMm: number; readonly heightMm: number }

export const A4: Paper = { widthMm: 210, heightMm: 297 }

/** A sheet of equal stickers and the face each of them bears. Lengths in mm from the top left. */
export type SheetLayout = {
  readonly id: string
  readonly paper: Paper
  readonly columns: number
  readonly rows: number
  readonly leftMm: number
  readonly topMm: number
  /** From one sticker's left edge to the next one's. */
  readonly pitchXMm: number
  readonly pitchYMm: number
  readonly face: StickerFace
}

/**
 * Sticker sheets sold in Vietnam under many names. A new one is a new row (and its id).
 *
 * - 65: 38.1 x 21.2 mm (L7651). The code takes the height; a version 6 to 9 symbol of `compact` or
 *   `full` keeps 0.33 mm a module, and a version 7 one of `gs1` needs 53 x 0.396 = 20.99 mm, which
 *   only just fits. Growing-area codes are not printed here: the code itself carries them.
 * - 24: 64.6 x 33.8 mm on the margins of L7159, whose own stickers measure 63.5 x 33.9: columns
 *   stand so that the content stays on the sticker of either sheet.
 * - 21: 63.5 x 38.1 mm (L7160).
 * - 8: 99.1 x 67.7 mm (L7165).
 */
export const sheetLayouts: Readonly<Record<LayoutId, SheetLayout & { readonly id: LayoutId }>> = {
  '65': {
    id: '65',
    paper: A4,
    columns: 5,
    rows: 13,
    leftMm: 4.75,
    topMm: 10.7,
    pitchXMm: 40.6,
    pitchYMm: 21.2,
    face: {
      widthMm: 38.1,
      heightMm: 21.2,
      edgeMm: 0.5,
      tightEdgeMm: 0.1,
      marginMm: 1,
      footerMm: 0,
      leastTextMm: 15.5,
      content: 'brief',
      scale: 1,
    },
  },
  '24': {
    id: '24',
    paper: A4,
    columns: 3,
    rows: 8,
    leftMm: 7.2,
    topMm: 13.3,
    pitchXMm: 65.5,
    pitchYMm: 33.8,
    face: {
      widthMm: 64.6,
      heightMm: 33.8,
      edgeMm: 1,
      tightEdgeMm: 0.5,
      marginMm: 2,
      footerMm: 4,
      leastTextMm: 33,
      content: 'complete',
      scale: 1,
    },
  },
  '21': {
    id: '21',
    paper: A4,
    columns: 3,
    rows: 7,
    leftMm: 7.2,
    topMm: 15.1,
    pitchXMm: 66,
    pitchYMm: 38.1,
    face: {
      widthMm: 63.5,
      heightMm: 38.1,
      edgeMm: 1,
      tightEdgeMm: 0.5,
      marginMm: 2,
      footerMm: 4,
      leastTextMm: 32,
      content: 'complete',
      scale: 1,
    },
  },
  '8': {
    id: '8',
    paper: A4,
    columns: 2,
    rows: 4,
    leftMm: 4.65,
    topMm: 13.1,
    pitchXMm: 101.7,
    pitchYMm: 67.7,
    face: {
      widthMm: 99.1,
      heightMm: 67.7,
      edgeMm: 2,
      tightEdgeMm: 1,
      marginMm: 4,
      footerMm: 7,
      leastTextMm: 46,
      content: 'complete',
      scale: 1.6,
    },
  },
}

/** The layout of that name, or null. */
export function layoutOf(id: string): (SheetLayout & { readonly id: LayoutId }) | null {
  return Object.values(sheetLayouts).find((layout) => layout.id === id) ?? null
}
