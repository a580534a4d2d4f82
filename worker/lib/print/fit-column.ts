import type { FontWeight } from './font.ts'
import type { PrintLogo } from './print-logo.ts'
import type { StickerField, StickerLine } from './sticker-content.ts'
import { wrapText } from './wrap-text.ts'

/** One line of text in place, relative to the column's left edge. Lengths in mm, type in points. */
export type FittedLine = {
  readonly field: StickerField
  readonly text: string
  readonly weight: FontWeight
  readonly pt: number
  /** From the column's top to the baseline. */
  readonly baselineMm: number
}

/** A picture in place, relative to the column's top left corner. Lengths in mm. */
export type FittedPicture = {
  readonly picture: PrintLogo
  readonly topMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** What may give way for the text to fit. */
export type FitMode = 'whole' | 'without_optional' | 'shortened'

export type FittedColumn = {
  readonly lines: readonly FittedLine[]
  readonly heightMm: number
  readonly picture: FittedPicture | null
  readonly dropped: readonly StickerField[]
  readonly shortened: readonly StickerField[]
}

export const MM_PER_PT = 25.4 / 72

/** Line height in em: room for a stacked diacritic (Ế, 1.2 em) under a descender. */
const LINE_EM = 1.32
const BASELINE_EM = 1.06
/** Extra space before a paragraph, in em of its own size. */
const PARAGRAPH_EM = 0.16
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5] as const

/**
 * Sets paragraphs in a box, shrinking all type together as needed, to `leastScale` at most; null if
 * they cannot fit.
 */
export function fitColumn(input: {
  readonly lines: readonly StickerLine[]
  readonly widthMm: number
  readonly heightMm: number
  readonly mode: FitMode
  readonly leastScale: number
}): FittedColumn | null {
  const { mode } = input
  const going = input.lines
    .filter((line) => line.goes !== null)
    .toSorted((a, b) => (a.goes ?? 0) - (b.goes ?? 0))
  // The first to go, then the first two, and so on: nothing goes while what matters less stays.
  const fewerAndFewer = going.map((_, at) => going.slice(0, at + 1))
  const choices: Readonly<Record<FitMode, readonly (readonly StickerLine[])[]>> = {
    whole: [[]],
    without_optional: fewerAndFewer,
    shortened: [going],
  }
  for (const left of choices[mode]) {
    const dropped = left.map((line) => line.field)
    const lines = input.lines.filter((line) => !left.includes(line))
    const column = fitLines({ ...input, lines })
    if (column !== null) return { ...column, dropped }
  }
  return null
}

type FitInput = Parameters<typeof fitColumn>[0]

function fitLines(input: FitInput): Omit<FittedColumn, 'dropped'> | null {
  const { mode, leastScale } = input
  for (const scale of scales.filter((candidate) => candidate >= leastScale)) {
    const column = setLines({ ...input, scale })
    if (column !== null && column.heightMm <= input.heightMm) return column
  }
  if (mode !== 'shortened') return null
  for (const productLines of [3, 2, 1]) {
    const lines = input.lines.map((line) =>
      line.field === 'product' ? { ...line, maxLines: productLines } : line,
    )
    const column = setLines({ ...input, lines, scale: leastScale })
    if (column !== null && column.heightMm <= input.heightMm) return column
  }
  return null
}

function setLines(input: {
  readonly lines: readonly StickerLine[]
  readonly widthMm: number
  readonly scale: number
  readonly mode: FitMode
}): Omit<FittedColumn, 'dropped'> | null {
  const lines: FittedLine[] = []
  const shortened: StickerField[] = []
  let fitted: FittedPicture | null = null
  let topMm = 0
  for (const { field, text, weight, pt, maxLines, picture } of input.lines) {
    const emMm = pt * input.scale * MM_PER_PT
    if (picture !== undefined) {
      fitted = {
        picture,
        topMm,
        ...sizeWithin(picture, { widthMm: input.widthMm, heightMm: emMm }),
      }
      topMm += fitted.heightMm
      continue
    }
    const overflow = input.mode === 'shortened' && field === 'product' ? 'shorten' : 'refuse'
    const wrapped = wrapText({ text, weight, limitEm: input.widthMm / emMm, maxLines, overflow })
    if (wrapped === null) return null
    if (overflow === 'shorten' && wrapped.at(-1)?.endsWith('…')) shortened.push(field)
    if (topMm > 0) topMm += PARAGRAPH_EM * emMm
    for (const line of wrapped) {
      const baselineMm = topMm + BASELINE_EM * emMm
      lines.push({ field, text: line, weight, pt: pt * input.scale, baselineMm })
      topMm += LINE_EM * emMm
    }
  }
  return { lines, heightMm: topMm, shortened, picture: fitted }
}

/** As large as there is room for, in its own proportions. */
function sizeWithin(
  { width, height }: PrintLogo,
  room: { readonly widthMm: number; readonly heightMm: number },
): { widthMm: number; heightMm: number } {
  const scale = Math.min(room.widthMm / width, room.heightMm / height)
  return { widthMm: width * scale, heightMm: height * scale }
}
