import type { Market } from '../domain/standing/types.ts'
import { regionOfMarket } from '../lib/markets.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'

/**
 * Markets by `VNM`, ISO 3166-1 alpha-3 or `EU`, by the names they have in this trade. Other countries
 * are called as the languages' own tables (CLDR) call them.
 */
export const MARKETS = {
  VNM: { vi: 'Trong nước', en: 'Vietnam (domestic)', zh: '越南国内' },
  CHN: { vi: 'Trung Quốc', en: 'China', zh: '中国' },
  HKG: { vi: 'Hồng Kông', en: 'Hong Kong', zh: '中国香港' },
  TWN: { vi: 'Đài Loan', en: 'Taiwan', zh: '中国台湾' },
  USA: { vi: 'Hoa Kỳ', en: 'United States', zh: '美国' },
  CAN: { vi: 'Canada', en: 'Canada', zh: '加拿大' },
  EU: { vi: 'Liên minh châu Âu', en: 'European Union', zh: '欧盟' },
  GBR: { vi: 'Vương quốc Anh', en: 'United Kingdom', zh: '英国' },
  CHE: { vi: 'Thụy Sĩ', en: 'Switzerland', zh: '瑞士' },
  RUS: { vi: 'Liên bang Nga', en: 'Russia', zh: '俄罗斯' },
  AUS: { vi: 'Úc', en: 'Australia', zh: '澳大利亚' },
  NZL: { vi: 'New Zealand', en: 'New Zealand', zh: '新西兰' },
  JPN: { vi: 'Nhật Bản', en: 'Japan', zh: '日本' },
  KOR: { vi: 'Hàn Quốc', en: 'South Korea', zh: '韩国' },
  THA: { vi: 'Thái Lan', en: 'Thailand', zh: '泰国' },
  LAO: { vi: 'Lào', en: 'Laos', zh: '老挝' },
  KHM: { vi: 'Campuchia', en: 'Cambodia', zh: '柬埔寨' },
  SGP: { vi: 'Singapore', en: 'Singapore', zh: '新加坡' },
  MYS: { vi: 'Malaysia', en: 'Malaysia', zh: '马来西亚' },
  IDN: { vi: 'Indonesia', en: 'Indonesia', zh: '印度尼西亚' },
  PHL: { vi: 'Philippines', en: 'Philippines', zh: '菲律宾' },
  IND: { vi: 'Ấn Độ', en: 'India', zh: '印度' },
  ARE: { vi: 'Các Tiểu vương quốc Ả Rập Thống nhất', en: 'United Arab Emirates', zh: '阿联酋' },
  SAU: { vi: 'Ả Rập Xê Út', en: 'Saudi Arabia', zh: '沙特阿拉伯' },
  CHL: { vi: 'Chile', en: 'Chile', zh: '智利' },
  ARG: { vi: 'Argentina', en: 'Argentina', zh: '阿根廷' },
} as const satisfies Record<string, LocalText>

const BY_CODE: ReadonlyMap<string, LocalText> = new Map<string, LocalText>(Object.entries(MARKETS))
const WITH_ARTICLE: ReadonlySet<string> = new Set(['USA', 'EU', 'GBR', 'PHL', 'ARE'])

/** The market's name; what is no market keeps its code. */
export function marketName(market: Market, lang: Language): string {
  return BY_CODE.get(market)?.[lang] ?? countryName(market, lang)
}

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi', en: 'en', zh: 'zh-Hans' }
const countryNames = new Map<Language, Intl.DisplayNames>()

function countryName(market: Market, lang: Language): string {
  const region = regionOfMarket(market)
  if (region === null) return market
  let names = countryNames.get(lang)
  if (names === undefined) {
    names = new Intl.DisplayNames(LOCALES[lang], { type: 'region' })
    countryNames.set(lang, names)
  }
  return names.of(region) ?? market
}

/** The market inside a sentence, after "cho" / "for" / "针对". */
export function marketPhrase(market: Market, lang: Language): string {
  const name = marketName(market, lang)
  switch (lang) {
    case 'vi':
      return market === 'VNM' ? 'thị trường trong nước' : `thị trường ${name}`
    case 'en':
      if (market === 'VNM') return 'the domestic market'
      return `export to ${WITH_ARTICLE.has(market) ? 'the ' : ''}${name}`
    case 'zh':
      return `${name}市场`
  }
}
