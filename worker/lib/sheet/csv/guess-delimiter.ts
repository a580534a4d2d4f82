import { csvRows } from './csv-rows.ts'

const CANDIDATES = [',', ';', '\t'] as const
const PREVIEW_ROWS = 50
const PREVIEW_LENGTH = 200_000

/**
 * Guesses the delimiter: the one that cuts the most rows into the same number of fields, then the
 * one that makes more fields. Decimal commas in a `;` file lose, because the heading has none.
 */
export function guessDelimiter(text: string): ',' | ';' | '\t' {
  let best: { delimiter: ',' | ';' | '\t'; share: number; fields: number } | null = null
  for (const delimiter of CANDIDATES) {
    const { widths, rows: filled } = widthsOf(text.slice(0, PREVIEW_LENGTH), delimiter)
    for (const [fields, rows] of widths) {
      if (fields < 2) continue
      const share = rows / filled
      if (best === null || share > best.share || (share === best.share && fields > best.fields)) {
        best = { delimiter, share, fields }
      }
    }
  }
  return best?.delimiter ?? ','
}

/** How many of the first rows have how many fields; empty rows do not count. */
function widthsOf(text: string, delimiter: string) {
  const widths = new Map<number, number>()
  const most = { maxFields: 1, maxFieldLength: PREVIEW_LENGTH }
  let rows = 0
  let looked = 0
  for (const { fields, width, fault } of csvRows({ text, delimiter, ...most })) {
    looked += 1
    if (fault === null && (width > 1 || fields[0]?.trim() !== '')) {
      rows += 1
      widths.set(width, (widths.get(width) ?? 0) + 1)
    }
    if (looked >= PREVIEW_ROWS) break
  }
  return { widths, rows }
}
