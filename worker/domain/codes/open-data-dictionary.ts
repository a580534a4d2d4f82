import type { LocalText } from '../../lib/text/local-text.ts'
import { SITE_FACTS } from '../sites/site-facts.ts'
import { CODE_FIELDS, SUSPENSION_COLUMNS } from './open-data-fields.ts'

/** What a column holds, in what unit, and where it comes from. */
export type DictionaryEntry = {
  /** As the file has it; in JSON the way to it, with `[]` for each of a list. */
  readonly column: string
  readonly type: 'text' | 'number' | 'date'
  readonly unit: string | null
  readonly source: DataSource
  readonly text: LocalText
}

export type Dictionary = { readonly file: string; readonly entries: readonly DictionaryEntry[] }

export const DATA_SOURCES = {
  grant: {
    vi: 'Quyết định cấp mã',
    en: 'The decision that granted the code',
    zh: '注册编号颁发决定',
  },
  decisions: {
    vi: 'Các quyết định về tình trạng của mã, tính đến hôm nay',
    en: 'Decisions on the status of the code, as of today',
    zh: '截至今日的注册编号状态决定',
  },
  site: {
    vi: 'Hồ sơ vùng trồng, cơ sở đóng gói do cơ quan cấp mã quản lý',
    en: 'The file of the place, kept by the authority of the code',
    zh: '由注册编号管理机关维护的场所档案',
  },
  units: {
    vi: 'Danh mục đơn vị hành chính từ 01/07/2025',
    en: 'The list of administrative units since 2025-07-01',
    zh: '2025年7月1日起的行政区划名录',
  },
  system: { vi: 'Hệ thống này', en: 'This system', zh: '本系统' },
} as const satisfies Record<string, LocalText>
export type DataSource = keyof typeof DATA_SOURCES

type Facts = Omit<DictionaryEntry, 'column' | 'text'>

const text = (source: DataSource): Facts => ({ type: 'text', unit: null, source })
const date = (source: DataSource): Facts => ({ type: 'date', unit: 'YYYY-MM-DD', source })
const number = (source: DataSource, unit: string): Facts => ({ type: 'number', unit, source })

/** What is known of each column of the register beside its meaning. */
const FACTS: Readonly<Record<string, Facts>> = {
  code: text('grant'),
  kind: text('site'),
  scheme: text('grant'),
  name: text('site'),
  holder: text('site'),
  holder_kind: text('site'),
  commune: text('units'),
  province: text('units'),
  crops: text('site'),
  area_ha: number('site', 'ha'),
  latitude: number('site', 'degree (WGS84)'),
  longitude: number('site', 'degree (WGS84)'),
  legacy_code: text('grant'),
  supersedes: text('grant'),
  issued_on: date('grant'),
  market: text('decisions'),
  status: text('decisions'),
  status_since: date('decisions'),
  valid_to: date('grant'),
  water_source: text('site'),
}

const MEANINGS: Readonly<Record<string, LocalText>> = Object.fromEntries(
  CODE_FIELDS.map((field) => [field.name, field.text]),
)

/** A column that means what one of the register does, under its own name. */
function alike(column: string, name = column): DictionaryEntry {
  const [facts, meaning] = [FACTS[name], MEANINGS[name]]
  if (facts === undefined || meaning === undefined) throw new Error(`no column ${name}`)
  return { column, ...facts, text: meaning }
}

function own(column: string, facts: Facts, meaning: LocalText): DictionaryEntry {
  return { column, ...facts, text: meaning }
}

const wording = (column: string, of: LocalText) => own(column, text('decisions'), of)

const SUSPENSION_OWN: Readonly<Record<string, DictionaryEntry>> = {
  since: alike('since', 'status_since'),
  document_no: own('document_no', text('decisions'), {
    vi: 'Số quyết định',
    en: 'Number of the decision',
    zh: '决定文号',
  }),
  wording_vi: wording('wording_vi', {
    vi: 'Lời công bố, tiếng Việt',
    en: 'What was announced, in Vietnamese',
    zh: '公告内容（越南语）',
  }),
  wording_en: wording('wording_en', {
    vi: 'Lời công bố, tiếng Anh',
    en: 'What was announced, in English',
    zh: '公告内容（英语）',
  }),
  wording_zh: wording('wording_zh', {
    vi: 'Lời công bố, tiếng Trung',
    en: 'What was announced, in Chinese',
    zh: '公告内容（中文）',
  }),
}

const JSON_ENTRIES: readonly DictionaryEntry[] = [
  own('licence', text('system'), { vi: 'Giấy phép', en: 'The licence', zh: '许可' }),
  own('statusOn', date('system'), {
    vi: 'Ngày của các tình trạng',
    en: 'The day of the statuses',
    zh: '状态所属日期',
  }),
  ...['code', 'kind', 'scheme', 'name', 'commune', 'province'].map((name) =>
    alike(`items[].${name}`, name),
  ),
  alike('items[].holder.name', 'holder'),
  alike('items[].holder.kind', 'holder_kind'),
  own('items[].crops[].name', text('site'), { vi: 'Cây trồng', en: 'Crop', zh: '作物' }),
  own('items[].crops[].variety', text('site'), { vi: 'Giống', en: 'Variety', zh: '品种' }),
  own('items[].crops[].areaHa', number('site', 'ha'), {
    vi: 'Diện tích của cây ấy',
    en: 'Area planted to it',
    zh: '该作物面积',
  }),
  own('items[].areaHa', number('site', 'ha'), SITE_FACTS.areaHa.published.column),
  alike('items[].waterSource', 'water_source'),
  alike('items[].legacyCode', 'legacy_code'),
  alike('items[].markets[].market', 'market'),
  alike('items[].markets[].statusToday', 'status'),
  alike('items[].markets[].since', 'status_since'),
  alike('items[].markets[].validTo', 'valid_to'),
  alike('items[].point.lat', 'latitude'),
  alike('items[].point.lng', 'longitude'),
  alike('items[].supersedes', 'supersedes'),
  alike('items[].issuedOn', 'issued_on'),
]

/** For each file of open data, all of its columns in their order. */
export const DICTIONARIES: readonly Dictionary[] = [
  { file: 'codes.csv', entries: CODE_FIELDS.map(({ name }) => alike(name)) },
  {
    file: 'suspensions.csv',
    entries: SUSPENSION_COLUMNS.map((name) => SUSPENSION_OWN[name] ?? alike(name)),
  },
  { file: 'codes.json', entries: JSON_ENTRIES },
]
