import type { FontWeight } from '../font.ts'
import { glyphsOf } from '../font.ts'

/** Names of the fonts in the resources of a page. */
export const fontNames: Readonly<Record<FontWeight, string>> = { regular: 'R', semibold: 'B' }

/** A text as the hexadecimal glyph numbers Identity-H takes, two bytes each. */
export function glyphHex(text: string, weight: FontWeight): string {
  return glyphsOf(text, weight)
    .map((glyph) => glyph.toString(16).padStart(4, '0'))
    .join('')
}

/** A text for the file's metadata: UTF-16, big end first (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}
