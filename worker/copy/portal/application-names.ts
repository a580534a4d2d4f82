import type { ApplicationKind, FormPart } from '../../domain/applications/kinds.ts'
import type { ApplicationPaper } from '../../domain/applications/papers.ts'
import type {
  ApplicationFacts,
  ApplicationNeed,
  ApplicationSide,
  ApplicationState,
  ApplicationStep,
} from '../../domain/applications/workflow.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export const APPLICATION_KIND_NAMES = {
  new: { vi: 'Cấp mã số mới', en: 'A new code', zh: '新编号' },
  reissue: { vi: 'Cấp lại mã số', en: 'Re-issue of a code', zh: '编号换发' },
  renewal: { vi: 'Gia hạn mã số', en: 'Renewal of a code', zh: '编号续期' },
  change_holder: { vi: 'Đổi chủ mã số', en: 'Another holder', zh: '变更持有人' },
  change_area: { vi: 'Thay đổi diện tích', en: 'Another area', zh: '变更面积' },
  change_households: { vi: 'Thay đổi danh sách hộ', en: 'Other households', zh: '变更农户名单' },
} as const satisfies Record<ApplicationKind, LocalText>

export const APPLICATION_STATE_NAMES = {
  draft: { vi: 'Đang khai', en: 'Being filled in', zh: '填写中' },
  submitted: { vi: 'Đã nộp', en: 'Handed in', zh: '已提交' },
  supplement_requested: { vi: 'Cần bổ sung', en: 'Supplement asked for', zh: '待补充' },
  documents_passed: { vi: 'Hồ sơ hợp lệ', en: 'Documents in order', zh: '材料合格' },
  field_check_scheduled: {
    vi: 'Đã hẹn kiểm tra thực địa',
    en: 'Field check scheduled',
    zh: '已安排现场核查',
  },
  field_checked: { vi: 'Đã kiểm tra thực địa', en: 'Field checked', zh: '已现场核查' },
  approved: { vi: 'Đã duyệt', en: 'Approved', zh: '已批准' },
  rejected: { vi: 'Từ chối', en: 'Refused', zh: '已拒绝' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', zh: '已撤回' },
} as const satisfies Record<ApplicationState, LocalText>

/** What a button or line of the history calls a step. */
export const APPLICATION_STEP_NAMES = {
  open: { vi: 'Lập hồ sơ', en: 'Begun', zh: '建立' },
  submit: { vi: 'Nộp hồ sơ', en: 'Hand in', zh: '提交' },
  request_supplement: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement', zh: '要求补充' },
  pass_documents: { vi: 'Hồ sơ hợp lệ', en: 'Documents in order', zh: '材料合格' },
  schedule_check: { vi: 'Hẹn kiểm tra thực địa', en: 'Schedule a field check', zh: '安排现场核查' },
  record_check: { vi: 'Ghi kết quả kiểm tra', en: 'Record the field check', zh: '登记核查结果' },
  approve: { vi: 'Duyệt', en: 'Approve', zh: '批准' },
  reject: { vi: 'Từ chối', en: 'Refuse', zh: '拒绝' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw', zh: '撤回' },
} as const satisfies Record<ApplicationStep | 'open', LocalText>

export const APPLICATION_SIDE_NAMES = {
  holder: { vi: 'Chủ hồ sơ', en: 'The holder', zh: '申请人' },
  commune: { vi: 'Cấp xã', en: 'The commune', zh: '乡级' },
  province: { vi: 'Cấp tỉnh', en: 'The province', zh: '省级' },
} as const satisfies Record<ApplicationSide, LocalText>

export const CHECK_OUTCOME_NAMES = {
  passed: { vi: 'Đạt', en: 'Passed', zh: '合格' },
  passed_with_actions: {
    vi: 'Đạt, có điểm phải khắc phục',
    en: 'Passed once put right',
    zh: '整改后合格',
  },
  failed: { vi: 'Không đạt', en: 'Failed', zh: '不合格' },
} as const satisfies Record<NonNullable<ApplicationFacts['checkOutcome']>, LocalText>

/** What a step still needs, inside a sentence. */
export const APPLICATION_NEED_NAMES = {
  form_complete: { vi: 'khai đủ thông tin', en: 'the form filled in', zh: '填写完整信息' },
  papers_complete: { vi: 'nộp đủ giấy tờ', en: 'all required papers', zh: '提交全部文件' },
  market_rules: {
    vi: 'đạt và khai đủ quy định của thị trường',
    en: 'what its markets ask, met and declared',
    zh: '满足并声明市场规定',
  },
  check_day: { vi: 'ngày kiểm tra', en: 'the day of the check', zh: '核查日期' },
  check_outcome: { vi: 'kết quả kiểm tra', en: 'the outcome of the check', zh: '核查结果' },
  check_passed: {
    vi: 'kết quả kiểm tra thực địa “Đạt”',
    en: 'a field check that was passed',
    zh: '现场核查合格',
  },
  actions_accepted: {
    vi: 'khắc phục xong theo biên bản, hoặc lý do duyệt khi chưa xong',
    en: 'all put right as the minutes want, or a reason for approving without it',
    zh: '按记录整改完毕，或未整改完即批准的理由',
  },
  reason: { vi: 'lý do', en: 'a reason', zh: '理由' },
} as const satisfies Record<ApplicationNeed, LocalText>

export const FORM_PART_NAMES = {
  change: { vi: 'Lý do thay đổi', en: 'Why', zh: '变更原因' },
  holder: { vi: 'Chủ mới', en: 'The new holder', zh: '新持有人' },
  place: { vi: 'Nơi sản xuất', en: 'The place', zh: '场所' },
  households: { vi: 'Danh sách hộ', en: 'The households', zh: '农户名单' },
  people: { vi: 'Người đại diện', en: 'Who speaks for it', zh: '负责人' },
  goods: { vi: 'Cây trồng và thị trường', en: 'Crops and markets', zh: '作物与市场' },
  growing: { vi: 'Canh tác', en: 'How it is grown', zh: '栽培' },
  rules: { vi: 'Quy định của thị trường', en: 'What the markets ask', zh: '市场规定' },
  commitment: { vi: 'Cam kết', en: 'Commitment', zh: '承诺' },
} as const satisfies Record<FormPart, LocalText>

export const APPLICATION_PAPER_NAMES = {
  land_use: {
    vi: 'Giấy chứng nhận quyền sử dụng đất',
    en: 'Land-use certificate',
    zh: '土地使用权证',
  },
  site_map: { vi: 'Sơ đồ, ranh giới vùng trồng', en: 'Map of the place', zh: '场所图' },
  business: { vi: 'Giấy đăng ký kinh doanh', en: 'Business registration', zh: '营业执照' },
  procedure: { vi: 'Quy trình canh tác', en: 'Cultivation procedure', zh: '栽培规程' },
  pest_monitoring: {
    vi: 'Kế hoạch theo dõi sinh vật gây hại',
    en: 'Pest-monitoring plan',
    zh: '有害生物监测计划',
  },
  food_safety: {
    vi: 'Chứng nhận an toàn thực phẩm',
    en: 'Food-safety certificate',
    zh: '食品安全证书',
  },
  quality_system: {
    vi: 'Hồ sơ quản lý chất lượng, truy xuất',
    en: 'Quality and traceability system',
    zh: '质量与追溯体系文件',
  },
  gap: { vi: 'Chứng nhận VietGAP, GlobalGAP', en: 'GAP certificate', zh: 'GAP 证书' },
  transfer: {
    vi: 'Giấy chuyển giao cho chủ mới',
    en: 'Transfer to the new holder',
    zh: '转让文件',
  },
  household_list: {
    vi: 'Danh sách hộ có chữ ký',
    en: 'Signed list of households',
    zh: '签字农户名单',
  },
  old_certificate: {
    vi: 'Giấy xác nhận mã số cũ',
    en: 'Certificate of the code',
    zh: '原编号证书',
  },
  signed_commitment: { vi: 'Bản cam kết có chữ ký', en: 'Signed commitment', zh: '签字承诺书' },
  other: { vi: 'Giấy tờ khác', en: 'Other paper', zh: '其他文件' },
} as const satisfies Record<ApplicationPaper, LocalText>

export const GAP_NAMES = {
  vietgap: { vi: 'VietGAP', en: 'VietGAP', zh: 'VietGAP' },
  globalgap: { vi: 'GlobalGAP', en: 'GlobalGAP', zh: 'GlobalGAP' },
  organic: { vi: 'Hữu cơ', en: 'Organic', zh: '有机' },
} as const satisfies Record<string, LocalText>
