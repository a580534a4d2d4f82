import { foldVietnamese, readEth, tidyText } from '../../../lib/text/fold-vietnamese.ts'
import { normaliseText } from '../../../lib/text/normalise-text.ts'

/** What a place is called by law: today's four sorts and the old ones. */
const PLACE_TYPES = [
  ...(['tinh', 'thanh pho', 'quan', 'huyen', 'thi xa'] as const),
  ...(['thi tran', 'phuong', 'xa', 'dac khu'] as const),
] as const
export type PlaceType = (typeof PLACE_TYPES)[number]

export interface PlaceName {
  readonly type: PlaceType | null
  /** Folded name without the type; `my hoi dong`. */
  readonly key: string
  /** Lower case with tones, for telling `Tân Mỹ` from `Tấn Mỹ`. */
  readonly toned: string
}

/** The sorts as written: with their tones, `Tịnh Biên` and `Quan Sơn` keep their first word. */
const TONED_PREFIX =
  /^(?:(tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)[ .:]+|(tp|tx|tt|p|x|q|h)(?:[ .]+|(?=\d)))(?=.)/
const FOLDED_PREFIX = /^(tinh|thanh pho|quan|huyen|thi xa|thi tran|phuong|xa|dac khu)[ .:]+(?=.)/
const TYPES: ReadonlyMap<string, PlaceType> = new Map<string, PlaceType>([
  ...PLACE_TYPES.map((type) => [type, type] as const),
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tt', 'thi tran'],
  ['p', 'phuong'],
  ['x', 'xa'],
  ['q', 'quan'],
  ['h', 'huyen'],
])

/**
 * Splits `xã Mỹ Hội Đông`, `TT. Chợ Mới` or `P12` into its sort and name. Apostrophes and hyphens do
 * not count, nor does where the tone of `oa` and `uy` stands, nor what stands in brackets.
 */
export function readPlaceName(text: string): PlaceName {
  const tidy = tidyText(text.replace(/\([^)]*\)?/g, ' '))
  return splitAt(tidy, TONED_PREFIX.exec(tidy.toLowerCase()))
}

/**
 * The readings of a name, likeliest first: as {@link readPlaceName}, then, where the first word would
 * be a sort without its tones (`xa dung`: commune Dung, or the name Xa Dung), without that word.
 */
export function placeNameReadings(text: string): readonly PlaceName[] {
  const first = readPlaceName(text)
  if (first.type !== null) return [first]
  const tidy = tidyText(text.replace(/\([^)]*\)?/g, ' '))
  const prefix = FOLDED_PREFIX.exec(foldVietnamese(tidy))
  return prefix === null ? [first] : [first, splitAt(tidy, prefix)]
}

function splitAt(tidy: string, prefix: RegExpExecArray | null): PlaceName {
  const rest = prefix === null ? tidy : tidy.slice(prefix[0].length).trim()
  const word = foldVietnamese(prefix?.[1] ?? prefix?.[2] ?? '')
  return { type: TYPES.get(word) ?? null, key: placeKey(rest), toned: tonedKey(rest) }
}

/** Folded letters and digits with single spaces; a leading zero of a numbered ward falls away. */
function placeKey(text: string): string {
  const key = foldVietnamese(text)
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  // `Hòa Quý` and `Hòa Quí` are one name; a vowel before it makes another sound (`Thủy`, `Tây`).
  const spelled = key.replace(/(?<![aeouy])y(?= |$)|(?<=(?:^| )qu)y(?= |$)/g, 'i')
  return /^\d+$/.test(spelled) ? spelled.replace(/^0+(?=\d)/, '') : spelled
}

/** Tones taken off their vowels and put after the word, so that `hòa` and `hoà` agree. */
function tonedKey(text: string): string {
  return readEth(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .map((word) => {
      const parts = normaliseText(word, 'NFD')
      const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.join('') ?? ''
      const letters = parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
      return letters.replace(/(?<![aăâeêioôơuưy])y$|(?<=^qu)y$/, 'i') + tones
    })
    .filter((word) => word !== '')
    .join(' ')
}
