import { foldVietnamese } from '../../text/fold-vietnamese.ts'

export interface Heading {
  /** Folded words for matching, without brackets, rates, stars and punctuation. */
  readonly key: string
  /** What stood in brackets last, as printed (`ha` of `Diện tích (ha)`), or a rate at the end (`lít/ha`). */
  readonly unit: string | null
}

/** What is measured, and per what: only of these, for `Lô/thửa` and `Tên thuốc/phân` are no rates. */
const MEASURED = 'lít|lit|l|ml|cc|kg|ký|g|gam|gr|mg|tạ|tấn|gói|chai|viên|bao'
const PER =
  'ha|hecta|sào|công|mẫu|bình|lít|lit|l|cây|gốc|hố|m2|m²|1000\\s?m2|1000\\s?m²|phuy|con|kg|tấn'
const RATE = new RegExp(`(?:^|[^\\p{L}\\d])((?:${MEASURED})\\s?/\\s?(?:${PER}))[\\s.*]*$`, 'iu')

/** Prepares a heading for matching: `Diện tích\n(ha) *` gives `dien tich` and `ha`. */
export function readHeading(printed: string): Heading {
  const brackets = [...printed.matchAll(/[([]([^()[\]]*)[)\]]/g)]
  const outside = printed.replace(/[([][^()[\]]*[)\]]?/g, ' ')
  const rate = RATE.exec(outside)
  const unit = brackets.at(-1)?.[1]?.trim() || rate?.[1] || null
  return { key: headingKey(rate === null ? outside : outside.slice(0, rate.index)), unit }
}

/** Folded words only: case, tones, punctuation and spacing do not matter. */
export function headingKey(text: string): string {
  return foldVietnamese(text)
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim()
}
