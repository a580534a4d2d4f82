import type { LocalText } from '../../../lib/text/local-text.ts'

/** What two figures must share to be compared or added. `count` has no metric beside it. */
export type Dimension = 'mass' | 'volume' | 'area' | 'time' | 'count' | 'share'

export type SimpleUnit = {
  readonly dimension: Dimension
  /** How many of the dimension's base (kg, l, ha, hour) it is, as an exact decimal. */
  readonly factor: string
  readonly name: LocalText
}

const same = (text: string): LocalText => ({ vi: text, en: text, zh: text })

/**
 * Units people measure by in the field, the old ones beside metric: công of the south 1,000 m²; sào 360
 * or 500 m² and mẫu of ten; yến 10 kg and tạ 100 kg; sprayer tanks (bình) by their size.
 */
export const SIMPLE_UNITS = {
  kg: unit('mass', '1', same('kg')),
  g: unit('mass', '0.001', same('g')),
  yen: unit('mass', '10', { vi: 'yến', en: 'yến (10 kg)', zh: 'yến（10 kg）' }),
  ta: unit('mass', '100', { vi: 'tạ', en: 'tạ (100 kg)', zh: 'tạ（100 kg）' }),
  t: unit('mass', '1000', { vi: 'tấn', en: 't', zh: '吨' }),
  l: unit('volume', '1', { vi: 'lít', en: 'L', zh: '升' }),
  ml: unit('volume', '0.001', same('ml')),
  m3: unit('volume', '1000', same('m³')),
  binh16: unit('volume', '16', { vi: 'bình 16 lít', en: 'tanks of 16 L', zh: '桶（16升）' }),
  binh18: unit('volume', '18', { vi: 'bình 18 lít', en: 'tanks of 18 L', zh: '桶（18升）' }),
  binh20: unit('volume', '20', { vi: 'bình 20 lít', en: 'tanks of 20 L', zh: '桶（20升）' }),
  binh25: unit('volume', '25', { vi: 'bình 25 lít', en: 'tanks of 25 L', zh: '桶（25升）' }),
  phuy200: unit('volume', '200', { vi: 'phuy 200 lít', en: 'drums of 200 L', zh: '桶（200升）' }),
  ha: unit('area', '1', { vi: 'ha', en: 'ha', zh: '公顷' }),
  m2: unit('area', '0.0001', same('m²')),
  cong: unit('area', '0.1', { vi: 'công', en: 'công (1,000 m²)', zh: 'công（1000 m²）' }),
  sao_bac: unit('area', '0.036', {
    vi: 'sào (360 m²)',
    en: 'sào (360 m²)',
    zh: 'sào（360 m²）',
  }),
  sao_trung: unit('area', '0.05', {
    vi: 'sào (500 m²)',
    en: 'sào (500 m²)',
    zh: 'sào（500 m²）',
  }),
  mau_bac: unit('area', '0.36', {
    vi: 'mẫu (3.600 m²)',
    en: 'mẫu (3,600 m²)',
    zh: 'mẫu（3600 m²）',
  }),
  mau_trung: unit('area', '0.5', {
    vi: 'mẫu (5.000 m²)',
    en: 'mẫu (5,000 m²)',
    zh: 'mẫu（5000 m²）',
  }),
  hour: unit('time', '1', { vi: 'giờ', en: 'hours', zh: '小时' }),
  day: unit('time', '24', { vi: 'ngày', en: 'days', zh: '天' }),
  percent: unit('share', '1', same('%')),
  bottle: unit('count', '1', { vi: 'chai', en: 'bottles', zh: '瓶' }),
  pack: unit('count', '1', { vi: 'gói', en: 'packs', zh: '包' }),
  sack: unit('count', '1', { vi: 'bao', en: 'sacks', zh: '大袋' }),
  box: unit('count', '1', { vi: 'thùng', en: 'boxes', zh: '箱' }),
  crate: unit('count', '1', { vi: 'sọt', en: 'crates', zh: '筐' }),
  bag: unit('count', '1', { vi: 'túi', en: 'bags', zh: '袋' }),
  jar: unit('count', '1', { vi: 'lọ', en: 'jars', zh: '罐' }),
  tree: unit('count', '1', { vi: 'cây', en: 'plants', zh: '株' }),
  head: unit('count', '1', { vi: 'con', en: 'head', zh: '头（尾）' }),
  fruit: unit('count', '1', { vi: 'quả', en: 'fruits', zh: '个' }),
  piece: unit('count', '1', { vi: 'cái', en: 'pieces', zh: '件' }),
} as const satisfies Record<string, SimpleUnit>

export type SimpleUnitKey = keyof typeof SIMPLE_UNITS

/** A dose is an amount on an area or in an amount of water or feed: `ml/binh16`, `kg/ha`. */
export const DOSE_AMOUNTS = ['ml', 'l', 'g', 'kg'] as const satisfies readonly SimpleUnitKey[]
export const DOSE_PER = [
  'ha',
  'cong',
  'sao_bac',
  'sao_trung',
  'binh16',
  'binh18',
  'binh20',
  'binh25',
  'phuy200',
  'l',
  'm3',
  'kg',
  't',
] as const satisfies readonly SimpleUnitKey[]

export type DoseUnitKey = `${(typeof DOSE_AMOUNTS)[number]}/${(typeof DOSE_PER)[number]}`
export type UnitKey = SimpleUnitKey | DoseUnitKey

export function isSimpleUnit(key: string): key is SimpleUnitKey {
  return Object.hasOwn(SIMPLE_UNITS, key)
}

/** The two parts of a dose's unit; null where it is none. */
export function doseUnitOf(
  key: string,
): { readonly amount: SimpleUnitKey; readonly per: SimpleUnitKey } | null {
  const [amount, per, more] = key.split('/')
  const found = DOSE_AMOUNTS.find((each) => each === amount)
  const on = DOSE_PER.find((each) => each === per)
  return found === undefined || on === undefined || more !== undefined
    ? null
    : { amount: found, per: on }
}

export function isUnit(key: string): key is UnitKey {
  return isSimpleUnit(key) || doseUnitOf(key) !== null
}

/** A unit in words: `ml/bình 16 lít`. */
export function unitText(key: UnitKey): LocalText {
  if (isSimpleUnit(key)) return SIMPLE_UNITS[key].name
  const dose = doseUnitOf(key)
  if (dose === null) throw new RangeError(key)
  const amount = SIMPLE_UNITS[dose.amount].name
  const per = SIMPLE_UNITS[dose.per].name
  return {
    vi: `${amount.vi}/${per.vi}`,
    en: `${amount.en}/${ONE[dose.per] ?? per.en}`,
    zh: `${amount.zh}/${per.zh}`,
  }
}

/** English counts tanks in the plural; a dose is per one. */
const ONE: Readonly<Partial<Record<SimpleUnitKey, string>>> = {
  binh16: 'tank of 16 L',
  binh18: 'tank of 18 L',
  binh20: 'tank of 20 L',
  binh25: 'tank of 25 L',
  phuy200: 'drum of 200 L',
}

function unit(dimension: Dimension, factor: string, name: LocalText): SimpleUnit {
  return { dimension, factor, name }
}
