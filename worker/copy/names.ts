import type { NetContentUnit } from '../domain/products/net-content.ts'
import type { CodeStatus } from '../domain/standing/types.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'

const same = (text: string): LocalText => ({ vi: text, en: text, zh: text })

/** Statuses of a code, as a public page says them. */
export const CODE_STATUS_NAMES = {
  pending_foreign_approval: {
    vi: 'chờ nước nhập khẩu chấp thuận',
    en: 'awaiting approval abroad',
    zh: '待进口国批准',
  },
  active: { vi: 'đang hoạt động', en: 'active', zh: '有效' },
  suspended: { vi: 'tạm dừng', en: 'suspended', zh: '暂停' },
  revoked: { vi: 'đã thu hồi', en: 'revoked', zh: '已撤销' },
  cancelled: { vi: 'đã hủy', en: 'cancelled', zh: '已注销' },
  expired: { vi: 'hết hiệu lực', en: 'expired', zh: '已过期' },
  none: { vi: 'chưa được cấp', en: 'not granted', zh: '未获批' },
} as const satisfies Record<CodeStatus, LocalText>

/** Kinds of place that carry a code, by the ids of the register's table of kinds. */
export const SITE_KINDS = {
  growing_area: { vi: 'Vùng trồng', en: 'Growing area', zh: '种植区' },
  packing_house: { vi: 'Cơ sở đóng gói', en: 'Packing house', zh: '包装厂' },
  fish_pond: { vi: 'Ao nuôi', en: 'Fish pond', zh: '养殖池塘' },
  forest_lot: { vi: 'Lô rừng', en: 'Forest lot', zh: '林地' },
  barn: { vi: 'Chuồng trại', en: 'Barn', zh: '养殖场' },
} as const satisfies Record<string, LocalText>

/** What a code is granted to, inside a sentence. */
export const CODE_KINDS = {
  growing_area: { vi: 'vùng trồng', en: 'growing area', zh: '种植区' },
  packing_house: { vi: 'cơ sở đóng gói', en: 'packing house', zh: '包装厂' },
} as const satisfies Record<string, LocalText>

/** What a pack holds is told in. */
export const NET_CONTENT_UNIT_NAMES = {
  g: same('g'),
  kg: same('kg'),
  ml: same('ml'),
  l: { vi: 'lít', en: 'litres', zh: '升' },
  piece: { vi: 'cái, quả', en: 'pieces', zh: '个' },
} as const satisfies Record<NetContentUnit, LocalText>

export const ORGANISATION_KINDS = {
  household: { vi: 'Hộ nông dân', en: 'Farming household', zh: '农户' },
  farm: { vi: 'Trang trại', en: 'Farm', zh: '农场' },
  group: { vi: 'Tổ hợp tác', en: 'Farmers’ group', zh: '合作小组' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative', zh: '合作社' },
  company: { vi: 'Doanh nghiệp', en: 'Company', zh: '企业' },
  state: { vi: 'Cơ quan nhà nước', en: 'Public body', zh: '国家机关' },
} as const satisfies Record<string, LocalText>

/** The same kinds as lists of codes know them. */
export const HOLDER_KIND_NAMES = {
  household: ORGANISATION_KINDS.household,
  cooperative: ORGANISATION_KINDS.cooperative,
  cooperative_group: ORGANISATION_KINDS.group,
  company: ORGANISATION_KINDS.company,
  farm: ORGANISATION_KINDS.farm,
  state: ORGANISATION_KINDS.state,
} as const satisfies Record<string, LocalText>

export const CERTIFICATE_KINDS = {
  vietgap: same('VietGAP'),
  globalgap: same('GLOBALG.A.P.'),
  organic: { vi: 'Hữu cơ', en: 'Organic', zh: '有机' },
  ocop: same('OCOP'),
  haccp: same('HACCP'),
  iso22000: same('ISO 22000'),
  food_safety: {
    vi: 'Đủ điều kiện an toàn thực phẩm',
    en: 'Food safety eligibility',
    zh: '食品安全条件合格证',
  },
  phytosanitary: { vi: 'Kiểm dịch thực vật', en: 'Phytosanitary', zh: '植物检疫证书' },
  code_confirmation: {
    vi: 'Giấy xác nhận cấp mã số',
    en: 'Code confirmation',
    zh: '注册编号确认书',
  },
  geographical_indication: {
    vi: 'Chỉ dẫn địa lý',
    en: 'Geographical indication',
    zh: '地理标志',
  },
  origin: { vi: 'Xuất xứ hàng hóa', en: 'Certificate of origin', zh: '原产地证书' },
  conformity: { vi: 'Công bố hợp quy', en: 'Declaration of conformity', zh: '符合性声明' },
  treatment: { vi: 'Xử lý kiểm dịch', en: 'Quarantine treatment', zh: '检疫处理' },
  other: { vi: 'Chứng nhận khác', en: 'Other certification', zh: '其他认证' },
} as const satisfies Record<string, LocalText>

/** Who spoke, when a name may not be shown. */
export const ROLES = {
  producer: { vi: 'người sản xuất', en: 'the producer', zh: '生产者' },
  household: { vi: 'hộ nông dân', en: 'the farming household', zh: '农户' },
  cooperative: { vi: 'hợp tác xã', en: 'the cooperative', zh: '合作社' },
  packer: { vi: 'cơ sở đóng gói', en: 'the packing house', zh: '包装厂' },
  inspector: { vi: 'cán bộ kiểm tra', en: 'an inspector', zh: '检查人员' },
  officer: { vi: 'cán bộ quản lý', en: 'an officer', zh: '管理人员' },
  agency: { vi: 'cơ quan quản lý', en: 'the authority', zh: '主管机构' },
  laboratory: { vi: 'phòng thử nghiệm', en: 'the laboratory', zh: '检测机构' },
  certifier: { vi: 'tổ chức chứng nhận', en: 'the certification body', zh: '认证机构' },
  admin: { vi: 'người quản trị', en: 'the administrator', zh: '系统管理员' },
} as const satisfies Record<string, LocalText>

/** Marks on a public notice. */
export const NOTICE_KINDS = {
  suspension: { vi: 'Tạm dừng', en: 'Suspension', zh: '暂停' },
  revocation: { vi: 'Thu hồi mã số', en: 'Revocation', zh: '撤销' },
  cancellation: { vi: 'Hủy mã số', en: 'Cancellation', zh: '注销' },
  restoration: { vi: 'Hoạt động trở lại', en: 'Restored', zh: '恢复' },
  recall: { vi: 'Thu hồi hàng', en: 'Recall', zh: '召回' },
} as const satisfies Record<string, LocalText>

/** A code status in words. */
export function codeStatusName(status: CodeStatus, lang: Language): string {
  return CODE_STATUS_NAMES[status][lang]
}

/** A name from one of the tables here; a key the table lacks is shown as it was recorded. */
export function nameIn(
  table: Readonly<Record<string, LocalText>>,
  key: string,
  lang: Language,
): string {
  return Object.hasOwn(table, key) ? (table[key]?.[lang] ?? key) : key
}
