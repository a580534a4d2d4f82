import type { LocalText } from '../../lib/text/local-text.ts'
import { SHARED_QUESTIONS } from './shared.ts'

/** The questions about a growing area, by their names in the form. */
export const GROWING_AREA_QUESTIONS = {
  ...SHARED_QUESTIONS,
  area_ha: { vi: 'Diện tích (ha)', en: 'Area (ha)', zh: '面积（公顷）' },
  household_count: { vi: 'Số hộ', en: 'Households', zh: '农户数' },
  variety: { vi: 'Giống', en: 'Variety', zh: '品种' },
  tree_age: { vi: 'Tuổi cây (năm)', en: 'Age of the trees (years)', zh: '树龄（年）' },
  growth_stage: { vi: 'Giai đoạn sinh trưởng', en: 'Growth stage', zh: '生长阶段' },
  expected_harvest: { vi: 'Ngày thu hoạch dự kiến', en: 'Harvest expected on', zh: '预计采收日期' },
  expected_yield_t: {
    vi: 'Sản lượng dự kiến (tấn)',
    en: 'Yield expected (t)',
    zh: '预计产量（吨）',
  },
  inputs: { vi: 'Thuốc bảo vệ thực vật thấy tại chỗ', en: 'Pesticides seen', zh: '现场所见农药' },
  pesticides_vn: {
    vi: 'Thuốc được phép ở Việt Nam',
    en: 'Permitted in Viet Nam',
    zh: '越南允许使用的',
  },
  pesticides_importer: {
    vi: 'Thuốc nước nhập khẩu cho phép',
    en: 'Permitted by the importing country',
    zh: '进口国允许使用的',
  },
  pesticides_other: {
    vi: 'Thuốc khác (ngoài danh mục, bị cấm)',
    en: 'Others (off the list, banned)',
    zh: '其他（目录外、禁用）',
  },
  packaging_collected: {
    vi: 'Bao gói thuốc được thu gom',
    en: 'Pesticide packaging is collected',
    zh: '农药包装已回收',
  },
  diary: { vi: 'Nhật ký canh tác', en: 'Diary', zh: '生产记录' },
  diary_exists: { vi: 'Có nhật ký', en: 'There is a diary', zh: '有生产记录' },
  diary_complete: { vi: 'Ghi đầy đủ', en: 'It is complete', zh: '记录完整' },
  diary_missing: {
    vi: 'Cần ghi bổ sung những gì',
    en: 'What is to be added',
    zh: '需补充内容',
  },
  pests: { vi: 'Sinh vật gây hại', en: 'Pests', zh: '有害生物' },
  pest_composition: {
    vi: 'Thành phần và mật độ',
    en: 'Which, and how dense',
    zh: '种类及密度',
  },
  pest_method: { vi: 'Biện pháp quản lý', en: 'How they are managed', zh: '防治措施' },
  pest_records: {
    vi: 'Có sổ theo dõi sinh vật gây hại',
    en: 'Pest monitoring is recorded',
    zh: '有害生物监测记录',
  },
  pests_seen: {
    vi: 'Đối tượng thị trường yêu cầu kiểm soát: có phát hiện không',
    en: 'Pests that the markets want controlled: which were found',
    zh: '市场要求防控的有害生物：发现情况',
  },
  limits_note: {
    vi: 'Mức dư lượng thị trường cho phép',
    en: 'Residue limits of the markets',
    zh: '市场残留限量',
  },
  banned_note: {
    vi: 'Chất thị trường cấm, hạn chế: đối chiếu với kho và nhật ký',
    en: 'Ingredients the markets ban or limit: compare store and diary',
    zh: '市场禁限用成分：与库存和记录核对',
  },
  field: { vi: 'Vườn', en: 'The field', zh: '园地' },
  gap_applied: { vi: 'Áp dụng GAP', en: 'GAP is applied', zh: '实施 GAP' },
  weeds_cleared: {
    vi: 'Cỏ dại, tàn dư, quả rụng được dọn',
    en: 'Weeds, residues and fallen fruit are cleared',
    zh: '已清除杂草、残体和落果',
  },
  isolated: {
    vi: 'Tách biệt, không trồng xen cây khác',
    en: 'Apart, with no other crop between',
    zh: '有隔离且无混种',
  },
  photos: { vi: 'Ảnh tại vùng trồng', en: 'Photos of the area', zh: '现场照片' },
} as const satisfies Record<string, LocalText>
