import { marketName } from '../../../copy/markets.ts'
import { allMarkets } from '../../../lib/markets.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** What lists call the markets of this trade, beside the names countries have in every table. */
const MARKET_COPY = {
  VNM: [
    'VN',
    'Việt Nam',
    'Nội địa',
    'Trong nước',
    'Tiêu thụ nội địa',
    'Thị trường nội địa',
    'Domestic',
  ],
  CHN: ['TQ', 'Trung Quốc', 'T.Quốc', 'China', 'CN'],
  USA: ['Mỹ', 'Hoa Kỳ', 'Hoa Kì', 'US', 'United States'],
  EU: ['Châu Âu', 'Liên minh châu Âu', 'Liên minh Châu Âu (EU)', 'European Union', 'EC'],
  JPN: ['Nhật', 'Nhật Bản', 'Japan', 'JP'],
  KOR: ['Hàn', 'Hàn Quốc', 'Korea', 'South Korea', 'KR'],
  AUS: ['Úc', 'Australia', 'Ô-xtrây-li-a', 'AU'],
  NZL: ['New Zealand', 'Niu Di-lân', 'Tân Tây Lan', 'NZ'],
  CAN: ['Canada', 'Ca-na-đa'],
  GBR: ['Anh', 'Vương quốc Anh', 'UK', 'United Kingdom'],
  RUS: ['Nga', 'LB Nga', 'Liên bang Nga', 'Russia'],
  THA: ['Thái Lan', 'Thailand'],
  SGP: ['Singapore', 'Xin-ga-po'],
  MYS: ['Malaysia', 'Ma-lai-xi-a'],
  IDN: ['Indonesia', 'In-đô-nê-xi-a'],
  PHL: ['Philippines', 'Phi-líp-pin'],
  LAO: ['Lào', 'Laos'],
  KHM: ['Campuchia', 'Cam-pu-chia', 'Cambodia'],
  TWN: ['Đài Loan', 'Taiwan'],
  HKG: ['Hồng Kông', 'Hong Kong'],
  IND: ['Ấn Độ', 'India'],
  ARE: ['UAE', 'Các tiểu vương quốc Ả Rập thống nhất'],
  SAU: ['Ả Rập Xê Út', 'Saudi Arabia'],
  CHE: ['Thụy Sĩ', 'Switzerland'],
  CHL: ['Chi-lê', 'Chile'],
  ARG: ['Argentina', 'Ác-hen-ti-na'],
  ZAF: ['Nam Phi', 'South Africa'],
} as const satisfies Record<string, readonly string[]>

/** A market of the one list: `VNM`, ISO 3166-1 alpha-3 or `EU`. */
export type MarketCode = string

export type MarketsReading =
  | { readonly ok: true; readonly markets: readonly MarketCode[] }
  | { readonly ok: false; readonly reason: string }

let markets: Vocabulary<MarketCode> | null = null
const SEPARATORS = /[,;/+&|\n\r]|\s(?:và|va|and)\s|\s[-–]\s/i

/** The market a word names, or null. */
export function marketOf(text: string): MarketCode | null {
  markets ??= allMarketWords()
  return markets.find(text)
}

/** Reads one or several markets of a cell: `Trung Quốc, Mỹ`, `TQ; EU`, `Nội địa + Hàn Quốc`. */
export function parseMarkets(text: string): MarketsReading {
  const whole = marketOf(text)
  if (whole !== null) return { ok: true, markets: [whole] }
  const found: MarketCode[] = []
  for (const part of text.split(SEPARATORS).map((each) => each.trim())) {
    if (part === '') continue
    const market = marketOf(part)
    if (market === null) return { ok: false, reason: `Không biết thị trường “${part}”.` }
    if (!found.includes(market)) found.push(market)
  }
  return found.length > 0
    ? { ok: true, markets: found }
    : { ok: false, reason: 'Chưa ghi thị trường.' }
}

/** Built when a list is first read. The words of this trade come last: they win over a country's name. */
function allMarketWords(): Vocabulary<MarketCode> {
  const trade: Readonly<Record<string, readonly string[]>> = MARKET_COPY
  const others = allMarkets().filter((market) => trade[market] === undefined)
  const named = others.map((market) => [
    market,
    [marketName(market, 'vi'), marketName(market, 'en')],
  ])
  return vocabulary({ ...Object.fromEntries(named), ...trade })
}
