import type { FitMode, FittedColumn } from './fit-column.ts'
import { fitColumn, MM_PER_PT } from './fit-column.ts'
import type { FontWeight } from './font.ts'
import { missingCharacters, widthEm } from './font.ts'
import type { PrintSubject } from './label.ts'
import { MAXIMUM_MODULE_MM } from './minimum-module.ts'
import type { PrintLogo } from './print-logo.ts'
import { QUIET_ZONE_MODULES } from './qr-matrix.ts'
import type { StickerContent, StickerField, StickerLine } from './sticker-content.ts'
import { stickerContent } from './sticker-content.ts'
import type { StickerFace } from './sticker-face.ts'

/** A line of text in place. Lengths in mm from the sticker's top left corner, type in points. */
export type TextRun = {
  readonly field: StickerField
  readonly text: string
  readonly weight: FontWeight
  readonly pt: number
  readonly xMm: number
  readonly baselineMm: number
  readonly widthMm: number
}

/** A picture in place. Lengths in mm from the sticker's top left corner. */
export type PlacedPicture = {
  readonly picture: PrintLogo
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** Where everything of a sticker goes. */
export type StickerPlan = {
  readonly widthMm: number
  readonly heightMm: number
  readonly modules: number
  readonly moduleMm: number
  /** Top left corner of the dark part; the quiet zone lies around it, on the sticker. */
  readonly codeXMm: number
  readonly codeYMm: number
  /** The text all labels share. */
  readonly texts: readonly TextRun[]
  /** The producer's logo; null where there is none or no room for it. */
  readonly picture: PlacedPicture | null
  /** Where each label's own line goes; its text is a sample. */
  readonly serial: TextRun
  /** Where each label's PIN goes; null where labels have none. */
  readonly pin: TextRun | null
  /** True where the line of the serial has room for the number alone. */
  readonly shortSerial: boolean
}

/** What the sticker shows otherwise than given. */
export type PlanWarning =
  | { readonly code: 'characters_replaced'; readonly characters: readonly string[] }
  | { readonly code: 'text_shortened'; readonly field: StickerField }
  | { readonly code: 'line_dropped'; readonly field: StickerField }

export type StickerResult =
  | { readonly ok: true; readonly sticker: StickerPlan; readonly warnings: readonly PlanWarning[] }
  | {
      readonly ok: false
      readonly reason: 'module_too_small' | 'text_too_long'
      /** The largest module the face has room for. */
      readonly moduleMm: number
    }

type StickerInput = {
  readonly face: StickerFace
  readonly subject: PrintSubject
  readonly modules: number
  readonly minimumMm: number
  /** Modules must be a multiple of this (a printer's dot); any size if null. */
  readonly stepMm: number | null
}

/** Type of the design may shrink to this: 6.4 pt to 5.1 pt. Scaled designs go as small, not smaller. */
const LEAST_SCALE = 0.8

/** Above this a larger module reads no better in the hand, and text may have its room. */
const COMFORTABLE_MODULE_MM = 0.45

/**
 * Places code and text on a sticker: the largest module that leaves the text room, never under
 * `minimumMm`. For the sake of text a comfortable module gives up to a quarter; then optional lines
 * are left out, then the product name is shortened, and only then does the module shrink further.
 */
export function planSticker(input: StickerInput): StickerResult {
  const { face, minimumMm } = input
  const roomy = largestModuleMm(input, face.edgeMm)
  const edgeMm = roomy >= minimumMm ? face.edgeMm : face.tightEdgeMm
  const largest = roomy >= minimumMm ? roomy : largestModuleMm(input, edgeMm)
  if (largest < minimumMm) return { ok: false, reason: 'module_too_small', moduleMm: largest }
  const content = stickerContent(face, input.subject)
  const sizes = moduleSizes({ largest, minimumMm, stepMm: input.stepMm })
  const floor = Math.min(largest, Math.max(0.75 * largest, COMFORTABLE_MODULE_MM))
  const generous = sizes.filter((moduleMm) => moduleMm >= floor)
  const leastScale = Math.min(1, LEAST_SCALE / face.scale)
  const attempts: ReadonlyArray<readonly [FitMode, number, readonly number[]]> = [
    ['whole', Math.max(0.9, leastScale), generous],
    ['whole', leastScale, generous],
    ['without_optional', leastScale, generous],
    ['shortened', leastScale, generous],
    ['shortened', leastScale, sizes],
  ]
  for (const [mode, least, candidates] of attempts) {
    for (const moduleMm of candidates) {
      const placed = place({ ...input, edgeMm, moduleMm, content, mode, leastScale: least })
      if (placed !== null) return placed
    }
  }
  return { ok: false, reason: 'text_too_long', moduleMm: largest }
}

/** In steps of 0.1 µm, or of a dot. */
function largestModuleMm({ face, modules, stepMm }: StickerInput, edgeMm: number): number {
  const sideMm = Math.min(
    face.heightMm - face.footerMm - 2 * edgeMm,
    face.widthMm - edgeMm - face.leastTextMm - face.marginMm,
  )
  const largest = Math.min(sideMm / (modules + 2 * QUIET_ZONE_MODULES), MAXIMUM_MODULE_MM)
  const step = stepMm ?? 0.0001
  return Math.max(0, Math.floor(largest / step + 1e-6) * step)
}

/** Sizes to try, largest first. */
function moduleSizes(input: {
  readonly largest: number
  readonly minimumMm: number
  readonly stepMm: number | null
}): number[] {
  const { largest, minimumMm } = input
  const step = input.stepMm ?? Math.max((largest - minimumMm) / 12, 0.001)
  const sizes: number[] = []
  for (let i = 0; largest - i * step >= minimumMm - 1e-9; i++) sizes.push(largest - i * step)
  return sizes
}

type Placing = StickerInput & {
  readonly edgeMm: number
  readonly moduleMm: number
  readonly content: StickerContent
  readonly mode: FitMode
  readonly leastScale: number
}

function place(input: Placing): StickerResult | null {
  const { face, modules, moduleMm, edgeMm, content } = input
  const sideMm = (modules + 2 * QUIET_ZONE_MODULES) * moduleMm
  const quietMm = QUIET_ZONE_MODULES * moduleMm
  const areaMm = face.heightMm - face.footerMm
  const textXMm = edgeMm + sideMm
  const column = fitColumn({
    lines: content.column,
    widthMm: face.widthMm - face.marginMm - textXMm,
    heightMm: areaMm - face.marginMm - (face.footerMm > 0 ? 0 : face.marginMm),
    mode: input.mode,
    leastScale: input.leastScale,
  })
  const footer = placeFooter(face, content.footer, edgeMm + quietMm)
  if (column === null || footer === null) return null
  const runs = placeColumn(column, textXMm, areaMm)
  const serial = runs.find((run) => run.field === 'serial')
  if (serial === undefined) return null
  const pin = runs.find((run) => run.field === 'pin') ?? null
  const texts = [...runs.filter((run) => run !== serial && run !== pin), ...footer]
  const sticker: StickerPlan = {
    widthMm: face.widthMm,
    heightMm: face.heightMm,
    modules,
    moduleMm,
    codeXMm: edgeMm + quietMm,
    codeYMm: (areaMm - sideMm) / 2 + quietMm,
    texts,
    picture: placePicture(column, textXMm, areaMm),
    serial,
    pin,
    shortSerial: face.content === 'least',
  }
  return { ok: true, sticker, warnings: warningsOf(column, texts) }
}

function placePicture(column: FittedColumn, xMm: number, areaMm: number): PlacedPicture | null {
  if (column.picture === null) return null
  const { topMm, ...picture } = column.picture
  return { ...picture, xMm, yMm: (areaMm - column.heightMm) / 2 + topMm }
}

function placeColumn(column: FittedColumn, xMm: number, areaMm: number): TextRun[] {
  const topMm = (areaMm - column.heightMm) / 2
  return column.lines.map((line) => ({
    ...line,
    xMm,
    baselineMm: topMm + line.baselineMm,
    widthMm: widthEm(line.text, line.weight) * line.pt * MM_PER_PT,
  }))
}

/** First line at the code's left edge, second at the right margin; shrunk if they would meet. */
function placeFooter(
  face: StickerFace,
  lines: readonly StickerLine[],
  leftMm: number,
): TextRun[] | null {
  const roomMm = face.widthMm - leftMm - face.marginMm
  const gapEm = 1.5 * (lines.length - 1)
  const neededMm = lines.reduce(
    (sum, { text, weight, pt }) => sum + (widthEm(text, weight) + gapEm) * pt * MM_PER_PT,
    0,
  )
  const scale = Math.min(1, roomMm / neededMm)
  if (scale < 0.75) return null
  return lines.map(({ field, text, weight, pt: designPt }, index) => {
    const pt = designPt * scale
    const widthMm = widthEm(text, weight) * pt * MM_PER_PT
    const xMm = index === 0 ? leftMm : face.widthMm - face.marginMm - widthMm
    const baselineMm = face.heightMm - face.marginMm * 0.9
    return { field, text, weight, pt, xMm, baselineMm, widthMm }
  })
}

function warningsOf(column: FittedColumn, texts: readonly TextRun[]): PlanWarning[] {
  const characters = missingCharacters(texts.map((run) => run.text).join(''))
  const replaced: PlanWarning[] =
    characters.length > 0 ? [{ code: 'characters_replaced', characters }] : []
  return [
    ...replaced,
    ...column.shortened.map((field) => ({ code: 'text_shortened', field }) as const),
    ...column.dropped.map((field) => ({ code: 'line_dropped', field }) as const),
  ]
}
