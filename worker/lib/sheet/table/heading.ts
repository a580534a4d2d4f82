import { foldVietnamese } from '../../text/fold-vietnamese.ts'

export interface Heading {
  /** Folded words for matching, without brackets, stars and punctuation. */
  readonly key: string
  /** What stood in brackets last, as printed (`ha` of `Diện tích (ha)`), or null. */
  readonly unit: string | null
}

/** Prepares a heading for matching: `Diện tích\n(ha) *` gives `dien tich` and `ha`. */
export function readHeading(printed: string): Heading {
  const brackets = [...printed.matchAll(/[([]([^()[\]]*)[)\]]/g)]
  const unit = brackets.at(-1)?.[1]?.trim() ?? null
  return { key: headingKey(printed.replace(/[([][^()[\]]*[)\]]?/g, ' ')), unit: unit || null }
}

/** Folded words only: case, tones, punctuation and spacing do not matter. */
export function headingKey(text: string): string {
  return foldVietnamese(text)
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim()
}
