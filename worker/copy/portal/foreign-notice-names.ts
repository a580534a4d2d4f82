import type {
  ItemState,
  NoticeCause,
  NoticeSubject,
  NoticeSum,
} from '../../domain/foreign-notices/kinds.ts'
import type { NearReason } from '../../domain/foreign-notices/near-codes.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const SUBJECT_KIND_NAMES = {
  pest: { vi: 'Đối tượng kiểm dịch', en: 'Quarantine pest', zh: '检疫性有害生物' },
  residue: { vi: 'Dư lượng thuốc', en: 'Pesticide residue', zh: '农药残留' },
  contaminant: {
    vi: 'Kim loại nặng, chất nhiễm bẩn',
    en: 'Heavy metal or contaminant',
    zh: '重金属或污染物',
  },
  papers: { vi: 'Hồ sơ, nhãn, bao bì', en: 'Papers, labels, packaging', zh: '单证、标签、包装' },
  other: { vi: 'Việc khác', en: 'Something else', zh: '其他' },
} as const satisfies Record<NoticeSubject, LocalText>

export const ITEM_STATE_NAMES = {
  unmatched: { vi: 'Chưa khớp mã', en: 'No code found', zh: '未匹配' },
  received: { vi: 'Đã nhận', en: 'Received', zh: '已接收' },
  assigned: { vi: 'Đã giao', en: 'Assigned', zh: '已指派' },
  cause_found: { vi: 'Đã rõ nguyên nhân', en: 'Cause settled', zh: '已查明原因' },
  reported: { vi: 'Đã báo cáo khắc phục', en: 'Reported as put right', zh: '已报整改' },
  rechecked: { vi: 'Đã kiểm tra lại', en: 'Checked again', zh: '已复查' },
  replied: { vi: 'Đã trả lời', en: 'Answered abroad', zh: '已答复' },
  closed: { vi: 'Đã kết thúc', en: 'Closed', zh: '已结案' },
  left_out: { vi: 'Để ngoài', en: 'Left out', zh: '已排除' },
} as const satisfies Record<ItemState, LocalText>

export const CAUSE_NAMES = {
  pest_control: {
    vi: 'Kiểm soát sinh vật gây hại kém',
    en: 'Poor pest control',
    zh: '有害生物防控不力',
  },
  pesticide_use: {
    vi: 'Dùng thuốc sai liều, sai thời gian cách ly',
    en: 'Wrong dose or waiting period',
    zh: '用药剂量或间隔期错误',
  },
  banned_substance: { vi: 'Dùng chất bị cấm', en: 'Banned substance used', zh: '使用禁用物质' },
  soil_water: { vi: 'Đất, nước nhiễm bẩn', en: 'Contaminated soil or water', zh: '土壤或水污染' },
  packing_hygiene: {
    vi: 'Vệ sinh, phân loại khi đóng gói',
    en: 'Hygiene or sorting when packed',
    zh: '包装卫生或分拣问题',
  },
  borrowed_code: {
    vi: 'Hàng của nơi khác dùng mã này',
    en: 'Goods of others under this code',
    zh: '他处货物冒用此编号',
  },
  labelling: { vi: 'Ghi nhãn, in mã sai', en: 'Wrong label or code', zh: '标签或编号错误' },
  records: { vi: 'Thiếu hồ sơ, nhật ký', en: 'Records missing', zh: '记录缺失' },
  unfounded: { vi: 'Không có căn cứ', en: 'Found to be without ground', zh: '无依据' },
  other: { vi: 'Nguyên nhân khác', en: 'Another cause', zh: '其他原因' },
} as const satisfies Record<NoticeCause, LocalText>

export const RECHECK_NAMES = {
  passed: { vi: 'Đạt', en: 'Passed', zh: '合格' },
  failed: { vi: 'Không đạt', en: 'Failed', zh: '不合格' },
} as const satisfies Record<'passed' | 'failed', LocalText>

/** Why a code may be meant. */
export const NEAR_NAMES = {
  hyphen: { vi: 'khác dấu gạch', en: 'other hyphens', zh: '连字符不同' },
  zeros: { vi: 'khác số 0 ở đầu', en: 'other leading zeros', zh: '前导零不同' },
  lookalike: { vi: 'lẫn O với 0, I với 1', en: 'O for 0, or I for 1', zh: 'O 与 0、I 与 1 混淆' },
  one_edit: { vi: 'khác một ký tự', en: 'one character differs', zh: '相差一个字符' },
  old_code: { vi: 'mã cũ', en: 'a former code', zh: '旧编号' },
  reissued: { vi: 'đã cấp lại thành mã này', en: 're-issued as this code', zh: '已换发为此编号' },
  as_listed: { vi: 'đúng như danh sách', en: 'as the list says', zh: '与清单一致' },
} as const satisfies Record<NearReason, LocalText>

/** What statistics are counted by. */
export const SUM_NAMES = {
  market: { vi: 'Thị trường', en: 'Market', zh: '市场' },
  cause: { vi: 'Nguyên nhân', en: 'Cause', zh: '原因' },
  commune: { vi: 'Xã, phường', en: 'Commune', zh: '乡镇' },
  month: { vi: 'Tháng nhận', en: 'Month received', zh: '收到月份' },
} as const satisfies Record<NoticeSum, LocalText>
