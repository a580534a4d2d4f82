import { MM_PER_PT } from './fit-column.ts'
import { type FontWeight, oneLine, widthEm } from './font.ts'
import { fontNames, glyphHex } from './pdf/pdf-text.ts'
import { points } from './points.ts'
import { wrapText } from './wrap-text.ts'

export const PAGE = { widthMm: 210, heightMm: 297 }
export const MARGIN_MM = 20
export const FOOT_MM = 12
export const COLUMN_MM = PAGE.widthMm - 2 * MARGIN_MM
const MOST_LINES = 400

export type Style = { readonly weight: FontWeight; readonly pt: number }
export const TITLE: Style = { weight: 'semibold', pt: 16 }
export const HEAD: Style = { weight: 'regular', pt: 10 }
export const PART: Style = { weight: 'semibold', pt: 12 }
export const LABEL: Style = { weight: 'semibold', pt: 10 }
export const BODY: Style = { weight: 'regular', pt: 10 }
export const SMALL: Style = { weight: 'regular', pt: 8 }
/** Room for stacked diacritics. */
const LINE_EM = 1.45

/** The pages of a paper as drawing operators, top to bottom. */
export type Setting = { readonly pages: string[][]; topMm: number }

export function put(setting: Setting, text: string, style: Style): void {
  for (const paragraph of paragraphs(text)) {
    for (const line of wrapped(paragraph, style, COLUMN_MM)) {
      need(setting, heightOf(style))
      draw(setting, textAt(MARGIN_MM, setting.topMm + baselineOf(style), line, style))
      setting.topMm += heightOf(style)
    }
  }
}

export function paragraphs(text: string): string[] {
  return text.split('\n').map(oneLine)
}

export function wrapped(text: string, { weight, pt }: Style, widthMm: number): string[] {
  const limitEm = widthMm / (pt * MM_PER_PT)
  return wrapText({ text, weight, limitEm, maxLines: MOST_LINES, overflow: 'shorten' }) ?? []
}

export function need(setting: Setting, heightMm: number): void {
  if (setting.topMm + heightMm <= PAGE.heightMm - MARGIN_MM) return
  setting.pages.push([])
  setting.topMm = MARGIN_MM
}

export function space(setting: Setting, mm: number): void {
  setting.topMm += mm
}

export function draw({ pages }: Setting, operators: string): void {
  pages.at(-1)?.push(operators)
}

export function textAt(
  xMm: number,
  baselineMm: number,
  text: string,
  { weight, pt }: Style,
): string {
  const [x, y] = [points(xMm), points(PAGE.heightMm - baselineMm)]
  return `BT /${fontNames[weight]} ${pt} Tf 1 0 0 1 ${x} ${y} Tm<${glyphHex(text, weight)}>Tj ET`
}

export const heightOf = ({ pt }: Style) => pt * LINE_EM * MM_PER_PT
export const baselineOf = ({ pt }: Style) => pt * 1.1 * MM_PER_PT
export const mediaBox = () => `[0 0 ${points(PAGE.widthMm)} ${points(PAGE.heightMm)}]`
export const widthMmOf = (text: string, { weight, pt }: Style) =>
  widthEm(text, weight) * pt * MM_PER_PT
