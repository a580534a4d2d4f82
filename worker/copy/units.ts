import type { Language, LocalText } from '../lib/text/local-text.ts'

const same = (text: string): LocalText => ({ vi: text, en: text, zh: text })

/** Units of quantity a batch or a diary entry may be counted in. */
export const UNITS = {
  kg: same('kg'),
  g: same('g'),
  mg: same('mg'),
  t: { vi: 'tấn', en: 't', zh: '吨' },
  l: { vi: 'lít', en: 'L', zh: '升' },
  ml: same('ml'),
  ha: { vi: 'ha', en: 'ha', zh: '公顷' },
  m2: same('m²'),
  m3: same('m³'),
  day: { vi: 'ngày', en: 'days', zh: '天' },
  hour: { vi: 'giờ', en: 'hours', zh: '小时' },
  box: { vi: 'thùng', en: 'boxes', zh: '箱' },
  carton: { vi: 'thùng', en: 'cartons', zh: '箱' },
  crate: { vi: 'sọt', en: 'crates', zh: '筐' },
  bag: { vi: 'túi', en: 'bags', zh: '袋' },
  sack: { vi: 'bao', en: 'sacks', zh: '大袋' },
  pack: { vi: 'gói', en: 'packs', zh: '包' },
  jar: { vi: 'lọ', en: 'jars', zh: '罐' },
  bottle: { vi: 'chai', en: 'bottles', zh: '瓶' },
  bunch: { vi: 'nải', en: 'bunches', zh: '把' },
  fruit: { vi: 'quả', en: 'fruits', zh: '个' },
  piece: { vi: 'cái', en: 'pieces', zh: '个' },
  tree: { vi: 'cây', en: 'trees', zh: '株' },
  head: { vi: 'con', en: 'head', zh: '头' },
  percent: same('%'),
} as const satisfies Record<string, LocalText>

const BY_NAME: ReadonlyMap<string, LocalText> = new Map<string, LocalText>([
  ...Object.entries(UNITS),
  ['tonne', UNITS.t],
  ['tấn', UNITS.t],
  ['cây', UNITS.tree],
  ['con', UNITS.head],
  ['lít', UNITS.l],
  ['thùng', UNITS.box],
  ['túi', UNITS.bag],
  ['bao', UNITS.sack],
  ['gói', UNITS.pack],
  ['chai', UNITS.bottle],
  ['ngày', UNITS.day],
  ['%', UNITS.percent],
])

const KEYS = new Map<LocalText, string>(Object.entries(UNITS).map(([key, text]) => [text, key]))

/** The key of a unit as lists write it: `tấn` and `tonne` are `t`; null for one not in the table. */
export function unitKey(unit: string): string | null {
  const text = BY_NAME.get(unit.toLowerCase())
  return text === undefined ? null : (KEYS.get(text) ?? null)
}

/** The unit's name in the language; a unit not in the table is shown as it was entered. */
export function unitName(unit: string, lang: Language): string {
  return BY_NAME.get(unit.toLowerCase())?.[lang] ?? unit
}
