import type {
  CertificationKind,
  OCOP_GROUPS,
  OCOP_LEVELS,
} from '../../domain/certifications/kinds.ts'
import type { StandingOfCertification } from '../../domain/certifications/standing.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { CERTIFICATE_KINDS } from '../names.ts'

/** What each kind of certification is called. */
export const CERTIFICATION_KIND_NAMES = {
  ocop: CERTIFICATE_KINDS.ocop,
  vietgap: CERTIFICATE_KINDS.vietgap,
  globalgap: CERTIFICATE_KINDS.globalgap,
  organic: CERTIFICATE_KINDS.organic,
  food_safety: CERTIFICATE_KINDS.food_safety,
  haccp: CERTIFICATE_KINDS.haccp,
  iso22000: CERTIFICATE_KINDS.iso22000,
  other: CERTIFICATE_KINDS.other,
  lab_test: { vi: 'Kết quả kiểm nghiệm', en: 'Test result', zh: '检测结果' },
} as const satisfies Record<CertificationKind, LocalText>

export const CERTIFICATION_STATE_NAMES = {
  declared: { vi: 'chờ xác nhận', en: 'awaits confirmation', zh: '待确认' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed', zh: '已确认' },
  refused: { vi: 'không được xác nhận', en: 'refused', zh: '未予确认' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn', zh: '已撤回' },
  expired: { vi: 'hết hạn', en: 'expired', zh: '已过期' },
} as const satisfies Record<StandingOfCertification, LocalText>

export const OCOP_GROUP_NAMES = {
  food: { vi: 'Thực phẩm', en: 'Food', zh: '食品' },
  drinks: { vi: 'Đồ uống', en: 'Drinks', zh: '饮品' },
  herbs: {
    vi: 'Dược liệu và sản phẩm từ dược liệu',
    en: 'Medicinal plants and their products',
    zh: '药材及其制品',
  },
  crafts: { vi: 'Thủ công mỹ nghệ', en: 'Handicrafts', zh: '手工艺品' },
  ornamentals: { vi: 'Sinh vật cảnh', en: 'Ornamental plants and animals', zh: '观赏动植物' },
  tourism: {
    vi: 'Dịch vụ du lịch cộng đồng, sinh thái',
    en: 'Community and eco-tourism',
    zh: '社区与生态旅游服务',
  },
} as const satisfies Record<(typeof OCOP_GROUPS)[number], LocalText>

export const OCOP_LEVEL_NAMES = {
  central: { vi: 'Trung ương', en: 'Central', zh: '中央' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province', zh: '省级' },
  district: {
    vi: 'Huyện (trước 01/07/2025)',
    en: 'District (before 1 July 2025)',
    zh: '县级（2025年7月1日前）',
  },
  commune: { vi: 'Xã, phường', en: 'Commune', zh: '乡级' },
} as const satisfies Record<(typeof OCOP_LEVELS)[number], LocalText>

export const STAR_NAMES = {
  3: { vi: '3 sao', en: '3 stars', zh: '3星' },
  4: { vi: '4 sao', en: '4 stars', zh: '4星' },
  5: { vi: '5 sao', en: '5 stars', zh: '5星' },
} as const satisfies Record<number, LocalText>

export const VERDICT_NAMES = {
  passed: { vi: 'Đạt', en: 'Passed', zh: '合格' },
  failed: { vi: 'Không đạt', en: 'Failed', zh: '不合格' },
} as const satisfies Record<string, LocalText>

/** The questions of a certification, and what is wrong with an answer. */
export const CERTIFICATION_COPY = {
  noun: { vi: 'chứng nhận này', en: 'certification', zh: '该认证' },
  organisation: { vi: 'Cơ sở', en: 'Producer', zh: '生产者' },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  productHint: {
    vi: 'Bỏ trống nếu chứng nhận cho mọi sản phẩm.',
    en: 'Left empty where it covers every product.',
    zh: '若适用于全部产品，请留空。',
  },
  site: { vi: 'Vùng trồng hoặc cơ sở', en: 'Growing area or site', zh: '种植区或场所' },
  siteHint: {
    vi: 'Bỏ trống nếu chứng nhận cho toàn cơ sở.',
    en: 'Left empty where it covers the whole producer.',
    zh: '若适用于整个单位，请留空。',
  },
  batch: { vi: 'Lô hàng', en: 'Batch', zh: '批次' },
  number: { vi: 'Số giấy chứng nhận', en: 'Certificate number', zh: '证书编号' },
  name: { vi: 'Tên chứng nhận', en: 'What it certifies', zh: '认证名称' },
  standard: { vi: 'Tiêu chuẩn', en: 'Standard', zh: '标准' },
  edition: { vi: 'Tiêu chuẩn và năm ban hành', en: 'Standard with its edition', zh: '标准及版本' },
  editionHint: {
    vi: 'Ghi đúng như trên giấy, ví dụ TCVN 11892-1:2017 hoặc TCVN 11892-1:2026.',
    en: 'As on the certificate, such as TCVN 11892-1:2017 or TCVN 11892-1:2026.',
    zh: '按证书填写，例如 TCVN 11892-1:2017 或 TCVN 11892-1:2026。',
  },
  globalgapHint: {
    vi: 'Ví dụ IFA v6.',
    en: 'Such as IFA v6.',
    zh: '例如 IFA v6。',
  },
  issuedBy: { vi: 'Nơi cấp', en: 'Issued by', zh: '颁发机构' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on', zh: '颁发日期' },
  expiresOn: { vi: 'Có hiệu lực đến hết ngày', en: 'Valid until', zh: '有效期至' },
  ocopExpiresHint: {
    vi: 'Bỏ trống thì tính 36 tháng từ ngày cấp.',
    en: 'Left empty it is 36 months from the day of issue.',
    zh: '留空则自颁发之日起按36个月计算。',
  },
  stars: { vi: 'Hạng sao', en: 'Stars', zh: '星级' },
  ocopGroup: { vi: 'Nhóm sản phẩm', en: 'Product group', zh: '产品类别' },
  decisionNo: { vi: 'Số quyết định', en: 'Decision number', zh: '决定文号' },
  level: { vi: 'Cấp đánh giá', en: 'Rated at level', zh: '评定级别' },
  sampleId: { vi: 'Ký hiệu mẫu', en: 'Sample', zh: '样品编号' },
  sampledOn: { vi: 'Ngày lấy mẫu', en: 'Sampled on', zh: '采样日期' },
  resultLimit: { vi: 'Mức giới hạn', en: 'Limit', zh: '限量' },
  verdict: { vi: 'Kết luận', en: 'Verdict', zh: '结论' },
  endsBeforeStart: {
    vi: 'Ngày hết hạn phải sau ngày cấp.',
    en: 'It must run out after it was given.',
    zh: '到期日期须晚于颁发日期。',
  },
  noSuchProduct: {
    vi: 'Cơ sở không có sản phẩm này.',
    en: 'The producer has no such product.',
    zh: '该生产者没有此产品。',
  },
  noSuchSite: {
    vi: 'Cơ sở không có vùng trồng hoặc nơi này.',
    en: 'The producer has no such site.',
    zh: '该生产者没有此场所。',
  },
  noSuchBatch: {
    vi: 'Cơ sở không có lô này.',
    en: 'The producer has no such batch.',
    zh: '该生产者没有此批次。',
  },
  alreadyThere: {
    vi: 'Chứng nhận số này đã được khai cho cơ sở.',
    en: 'A certification of this number is declared already.',
    zh: '该编号的认证已申报。',
  },
} as const satisfies Record<string, LocalText>
