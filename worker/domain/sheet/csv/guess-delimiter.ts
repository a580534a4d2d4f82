import Papa from 'papaparse'

const CANDIDATES = [',', ';', '\t'] as const
const PREVIEW_ROWS = 50

/**
 * Guesses the delimiter: the one that cuts the most rows into the same number of fields, then the
 * one that makes more fields. Decimal commas in a `;` file lose, because the heading has none.
 */
export function guessDelimiter(text: string): ',' | ';' | '\t' {
  let best: { delimiter: ',' | ';' | '\t'; share: number; fields: number } | null = null
  for (const delimiter of CANDIDATES) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: PREVIEW_ROWS })
    const counts = new Map<number, number>()
    const filled = data.filter((fields) => fields.some((field) => field.trim() !== ''))
    for (const fields of filled) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
    for (const [fields, rows] of counts) {
      if (fields < 2) continue
      const share = rows / filled.length
      if (best === null || share > best.share || (share === best.share && fields > best.fields)) {
        best = { delimiter, share, fields }
      }
    }
  }
  return best?.delimiter ?? ','
}
