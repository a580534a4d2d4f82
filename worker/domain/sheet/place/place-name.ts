import { foldVietnamese, tidyText } from '../../codes/fold-vietnamese.ts'

/** What a place is called by law: today's four sorts and the old ones. */
export type PlaceType =
  | 'tinh'
  | 'thanh pho'
  | 'quan'
  | 'huyen'
  | 'thi xa'
  | 'thi tran'
  | 'phuong'
  | 'xa'
  | 'dac khu'

export interface PlaceName {
  readonly type: PlaceType | null
  /** Folded name without the type; `my hoi dong`. */
  readonly key: string
  /** Lower case with tones, for telling `Tân Mỹ` from `Tấn Mỹ`. */
  readonly toned: string
}

const PREFIX =
  /^(?:(tinh|thanh pho|quan|huyen|thi xa|thi tran|phuong|xa|dac khu)[ .:]+|(tp|tx|tt|p|x|q|h)(?:[ .]+|(?=\d)))(?=.)/
const SHORT: Readonly<Record<string, PlaceType>> = {
  tp: 'thanh pho',
  tx: 'thi xa',
  tt: 'thi tran',
  p: 'phuong',
  x: 'xa',
  q: 'quan',
  h: 'huyen',
}

/**
 * Splits `xã Mỹ Hội Đông`, `TT. Chợ Mới` or `P12` into its sort and name. Apostrophes and hyphens do
 * not count, nor does where the tone of `oa` and `uy` stands, nor what stands in brackets.
 */
export function readPlaceName(text: string): PlaceName {
  const tidy = tidyText(text.replace(/\([^)]*\)?/g, ' '))
  const folded = foldVietnamese(tidy)
  const prefix = PREFIX.exec(folded)
  const rest = prefix === null ? tidy : tidy.slice(prefix[0].length).trim()
  const type =
    prefix === null ? null : ((prefix[1] as PlaceType | undefined) ?? SHORT[prefix[2] ?? ''])
  return { type: type ?? null, key: placeKey(rest), toned: tonedKey(rest) }
}

/** Folded letters and digits with single spaces; a leading zero of a numbered ward falls away. */
function placeKey(text: string): string {
  return foldVietnamese(text)
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/^0+(?=\d+$)/, '')
}

/** Tones taken off their vowels and put after the word, so that `hòa` and `hoà` agree. */
function tonedKey(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .map((word) => {
      const parts = word.normalize('NFD')
      const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.join('') ?? ''
      return parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC') + tones
    })
    .filter((word) => word !== '')
    .join(' ')
}
