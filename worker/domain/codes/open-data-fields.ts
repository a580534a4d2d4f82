import type { LocalText } from '../../lib/text/local-text.ts'
import { PUBLISHED_FACTS, type PublishedFactName, SITE_FACTS } from '../sites/site-facts.ts'

export type OpenDataField = {
  readonly name: string
  readonly text: LocalText
  /** The plain fact of the site that it holds. */
  readonly fact?: PublishedFactName
}

/** Columns of the register as open data, one line a code and market; the dictionary readers are given. */
export const CODE_FIELDS: readonly OpenDataField[] = [
  field('code', 'Mã số như in trên giấy', 'The code as printed', '印制的注册编号'),
  field(
    'kind',
    'Loại nơi: growing_area (vùng trồng), packing_house (cơ sở đóng gói)…',
    'Kind of place: growing_area, packing_house, …',
    '地点类型：growing_area（种植区）、packing_house（包装厂）等',
  ),
  field('scheme', 'Dạng mã', 'Format of the code', '注册编号格式'),
  field('name', 'Tên vùng trồng hoặc cơ sở', 'Name of the place', '地点名称'),
  field(
    'holder',
    'Đứng tên; trống nếu là cá nhân chưa đồng ý nêu tên',
    'Holder; empty for a person who has not agreed to be named',
    '持有人；未同意公开姓名的个人留空',
  ),
  field('holder_kind', 'Loại chủ thể', 'Kind of holder', '持有人类型'),
  field('commune', 'Xã, phường, đặc khu', 'Commune', '乡镇'),
  field('province', 'Tỉnh, thành phố', 'Province', '省市'),
  field('crops', 'Cây trồng, cách nhau bằng dấu |', 'Crops, separated by |', '种植作物，以 | 分隔'),
  factField('areaHa'),
  field(
    'latitude',
    'Vĩ độ WGS84, hai số lẻ (khoảng một ki-lô-mét)',
    'Latitude, WGS84, two decimals (about a kilometre)',
    '纬度（WGS84，两位小数，约一公里）',
  ),
  field('longitude', 'Kinh độ, như trên', 'Longitude, likewise', '经度，同上'),
  field('legacy_code', 'Mã cũ', 'Former code', '原注册编号'),
  field('supersedes', 'Mã mà mã này thay', 'The code it replaced', '所替换的注册编号'),
  field('issued_on', 'Ngày cấp, YYYY-MM-DD', 'Day of issue, YYYY-MM-DD', '发放日期'),
  field(
    'market',
    'Thị trường: VNM (trong nước), mã nước ISO 3166-1 ba chữ, hoặc EU',
    'Market: VNM (domestic), an ISO 3166-1 alpha-3 country, or EU',
    '市场：VNM（国内）、ISO 3166-1 三字母国家代码或 EU',
  ),
  field(
    'status',
    'Tình trạng hôm nay: active, suspended, revoked, cancelled, expired, pending_foreign_approval, none',
    'Status today: active, suspended, revoked, cancelled, expired, pending_foreign_approval, none',
    '今日状态：active、suspended、revoked、cancelled、expired、pending_foreign_approval、none',
  ),
  field(
    'status_since',
    'Ngày bắt đầu tình trạng ấy',
    'The day that status began',
    '该状态起始日期',
  ),
  field('valid_to', 'Ngày cuối của thời hạn', 'Last day of its term', '有效期最后一日'),
  // At the end, so that whoever reads by position goes on.
  ...PUBLISHED_FACTS.filter((name) => name !== 'areaHa').map(factField),
]

/** Columns of the list of codes that may not be used today. */
export const SUSPENSION_COLUMNS = [
  ...['code', 'kind', 'name', 'holder', 'commune', 'province', 'crops', 'market', 'status'],
  ...['since', 'document_no', 'wording_vi', 'wording_en', 'wording_zh'],
] as const

/** Under which the data may be used; a licence everybody knows, and one condition. */
export const OPEN_DATA_LICENCE = 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/'

/** A plain fact of the site as a column; its values stand under the fact's own name. */
function factField(name: PublishedFactName): OpenDataField {
  const text = SITE_FACTS[name].published.column
  return { name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), text, fact: name }
}

function field(name: string, vi: string, en: string, zh: string): OpenDataField {
  return { name, text: { vi, en, zh } }
}
