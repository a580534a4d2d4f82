import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** What a number that is to be suggested is for. */
export type SuggestFor = {
  readonly provinceCode: string | null
  readonly provinceName: string | null
  readonly crop: string
  /** `VNM` or a market of export. */
  readonly market: string
}

/** How codes of a scheme are counted: those with one beginning, in so many digits. */
export type CodeCount = {
  readonly scheme: string
  readonly prefix: string
  readonly digits: number
  readonly suffix: string
}

const LONGEST_GROUP = 10

/**
 * The ways in which a next code can be counted for a place, the schemes whose codes name their market
 * first. Schemes of a former district cannot be counted on, nor those without a template here: for
 * them nothing is suggested.
 */
export function codeCounts(
  slot: 'growing_area' | 'packing_house',
  { provinceCode, provinceName, crop, market }: SuggestFor,
): readonly CodeCount[] {
  const isHouse = slot === 'packing_house'
  const group = lettersOf(crop).slice(0, LONGEST_GROUP)
  const counts: CodeCount[] = []
  if (provinceCode !== null && group.length >= 2) {
    counts.push({
      scheme: isHouse ? 'VN_ND38_2026_PHC' : 'VN_ND38_2026_PUC',
      prefix: `${provinceCode}-${isHouse ? 'PHC' : 'PUC'}-${group}01-`,
      digits: 6,
      suffix: market === 'VNM' ? '' : `-${market}`,
    })
  }
  const initials = initialsOf(provinceName ?? '')
  if (/^[A-Z]{2,3}$/.test(initials) && market !== 'VNM') {
    counts.push({
      scheme: isHouse ? 'VN_EXPORT_LEGACY_PHC' : 'VN_EXPORT_LEGACY_PUC',
      prefix: `VN-${initials}${isHouse ? 'PH' : 'OR'}-`,
      digits: 4,
      suffix: '',
    })
  }
  return counts
}

/** The code after the last one of a count; null where the digits are used up or the last is none of it. */
export function nextCode(
  { prefix, digits, suffix }: CodeCount,
  last: string | null,
): string | null {
  const number = last === null ? 0 : numberAfter(prefix, last)
  if (number === null || number + 1 >= 10 ** digits) return null
  return `${prefix}${String(number + 1).padStart(digits, '0')}${suffix}`
}

function numberAfter(prefix: string, code: string): number | null {
  if (!code.startsWith(prefix)) return null
  const found = /^\d{1,9}/.exec(code.slice(prefix.length))
  return found === null ? null : Number(found[0])
}

function lettersOf(text: string): string {
  return foldVietnamese(text)
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
}

/** Of the name alone, without what kind of unit it is: An Giang is AG. */
function initialsOf(province: string): string {
  return foldVietnamese(province)
    .replace(/^(?:tinh|thanh pho) /, '')
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase()
}
