import { normaliseText } from '../text/normalise-text.ts'
import { fontMetrics } from './font-metrics.generated.ts'

/** The weights of the embedded face. */
export type FontWeight = keyof typeof fontMetrics

/** Glyph 0, an empty box, is what stands for a character the font lacks. */
const MISSING = 0

const glyphTables: Readonly<Record<FontWeight, ReadonlyMap<string, number>>> = {
  regular: new Map(Object.entries(fontMetrics.regular.glyphs)),
  semibold: new Map(Object.entries(fontMetrics.semibold.glyphs)),
}

/** Glyph numbers of a text, one per character; 0 where the font has none. */
export function glyphsOf(text: string, weight: FontWeight): number[] {
  const table = glyphTables[weight]
  return Array.from(text, (character) => table.get(character) ?? MISSING)
}

/** Width in em of a text set in one line. */
export function widthEm(text: string, weight: FontWeight): number {
  const { widths, unitsPerEm } = fontMetrics[weight]
  let units = 0
  for (const glyph of glyphsOf(text, weight)) units += widths[glyph] ?? 0
  return units / unitsPerEm
}

/** The characters of a text the font cannot print, each once, in order of appearance. */
export function missingCharacters(text: string): string[] {
  return [...new Set(text)].filter((character) => !glyphTables.regular.has(character))
}

/** One line of printable text: composed letters, and single spaces for any white space or control. */
export function oneLine(text: string): string {
  return (
    normaliseText(text.toWellFormed(), 'NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/gu, ' ')
      .trim()
  )
}
