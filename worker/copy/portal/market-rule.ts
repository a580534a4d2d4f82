import type {
  CheckProof,
  CheckStage,
  LimitUnit,
  PestStatus,
  RuleKind,
  TreatmentMethod,
} from '../../domain/market-rules/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'
import { MARKETS } from '../markets.ts'

const same = (text: string): LocalText => ({ vi: text, en: text, zh: text })

export const RULE_KIND_NAMES = {
  pest: { vi: 'Sinh vật gây hại', en: 'Pest', zh: '有害生物' },
  residue_limit: { vi: 'Mức dư lượng tối đa', en: 'Residue limit', zh: '残留限量' },
  treatment: { vi: 'Xử lý sau thu hoạch', en: 'Treatment', zh: '采后处理' },
  packing_mark: { vi: 'Ghi trên bao bì', en: 'Mark on the packing', zh: '包装标识' },
  minimum_area: { vi: 'Diện tích tối thiểu', en: 'Minimum area', zh: '最小面积' },
  yield_ceiling: { vi: 'Sản lượng cao nhất', en: 'Highest yield', zh: '最高产量' },
  required_check: { vi: 'Kiểm tra bắt buộc', en: 'Required check', zh: '必检项目' },
  required_paper: { vi: 'Hồ sơ phải có', en: 'Required paper', zh: '必备文件' },
} as const satisfies Record<RuleKind, LocalText>

/** Several rules of a kind, as the heading of a list. */
export const RULE_KIND_HEADINGS = {
  pest: { vi: 'Sinh vật gây hại phải kiểm soát', en: 'Pests to control', zh: '须防控的有害生物' },
  residue_limit: { vi: 'Mức dư lượng tối đa', en: 'Residue limits', zh: '残留限量' },
  treatment: { vi: 'Xử lý sau thu hoạch', en: 'Treatment after harvest', zh: '采后处理' },
  packing_mark: { vi: 'Ghi trên bao bì', en: 'Marks on the packing', zh: '包装标识' },
  minimum_area: {
    vi: 'Diện tích vùng trồng tối thiểu',
    en: 'Minimum growing area',
    zh: '种植区最小面积',
  },
  yield_ceiling: {
    vi: 'Sản lượng cao nhất được tính cho một héc-ta',
    en: 'Highest yield counted for a hectare',
    zh: '每公顷最高计算产量',
  },
  required_check: { vi: 'Kiểm tra bắt buộc', en: 'Required checks', zh: '必检项目' },
  required_paper: { vi: 'Hồ sơ phải có', en: 'Required papers', zh: '必备文件' },
} as const satisfies Record<RuleKind, LocalText>

export const PEST_STATUS_NAMES = {
  quarantine: {
    vi: 'kiểm dịch, không được có',
    en: 'quarantine, none allowed',
    zh: '检疫性，不得检出',
  },
  regulated: { vi: 'phải kiểm soát', en: 'regulated', zh: '限定，须控制' },
} as const satisfies Record<PestStatus, LocalText>

export const LIMIT_UNIT_NAMES = {
  'mg/kg': same('mg/kg'),
  'µg/kg': same('µg/kg'),
  not_detected: { vi: 'không được phát hiện', en: 'none may be found', zh: '不得检出' },
} as const satisfies Record<LimitUnit, LocalText>

export const TREATMENT_NAMES = {
  vapour_heat: { vi: 'Hơi nước nóng (VHT)', en: 'Vapour heat', zh: '蒸热处理' },
  hot_water: { vi: 'Nước nóng', en: 'Hot water', zh: '热水处理' },
  cold: { vi: 'Lạnh', en: 'Cold', zh: '冷处理' },
  irradiation: { vi: 'Chiếu xạ', en: 'Irradiation', zh: '辐照处理' },
  fumigation: { vi: 'Xông hơi khử trùng', en: 'Fumigation', zh: '熏蒸处理' },
  cleaning: { vi: 'Làm sạch', en: 'Cleaning', zh: '清洁处理' },
  other: { vi: 'Cách khác', en: 'Another', zh: '其他' },
} as const satisfies Record<TreatmentMethod, LocalText>

export const CHECK_STAGE_NAMES = {
  harvest: { vi: 'trước khi thu hoạch', en: 'before harvest', zh: '采收前' },
  packing: { vi: 'trước khi đóng gói', en: 'before packing', zh: '包装前' },
  shipment: { vi: 'trước khi xuất hàng', en: 'before shipment', zh: '发运前' },
} as const satisfies Record<CheckStage, LocalText>

export const CHECK_PROOF_NAMES = {
  lab_test: { vi: 'phiếu kiểm nghiệm', en: 'laboratory report', zh: '检测报告' },
  residue_sample: { vi: 'mẫu dư lượng đạt', en: 'residue sample passed', zh: '残留样品合格' },
  inspection: { vi: 'biên bản kiểm tra', en: 'inspection minutes', zh: '检查记录' },
  record: { vi: 'sổ ghi chép', en: 'records', zh: '台账' },
} as const satisfies Record<CheckProof, LocalText>

/** Markets together, beside each market's own name. */
export const MARKET_GROUP_NAMES = {
  '@export': { vi: 'Mọi thị trường xuất khẩu', en: 'All exports', zh: '所有出口市场' },
  '@any': { vi: 'Mọi thị trường', en: 'All markets', zh: '所有市场' },
} as const satisfies Record<string, LocalText>

/** What a rule may be for. */
export const RULE_MARKETS: Readonly<Record<string, LocalText>> = {
  ...MARKETS,
  ...MARKET_GROUP_NAMES,
}

/** The fields of a rule. */
export const MARKET_RULE_COPY = {
  ...labels('crop', 'market', 'to', 'source', 'doubtful', 'note'),
  noun: { vi: 'quy định này', en: 'rule', zh: '该规定' },
  cropHint: {
    vi: 'Ví dụ: sầu riêng. Ghi “mọi cây trồng”, “cây lâu năm” hoặc “cây hằng năm” nếu quy định chung.',
    en: 'For example: durian. Or “all crops”, “perennial crops”, “annual crops”.',
    zh: '例如：sầu riêng；通用规定可填“mọi cây trồng”“cây lâu năm”“cây hằng năm”。',
  },
  pest: { vi: 'Tên sinh vật gây hại', en: 'Pest', zh: '有害生物名称' },
  pestHint: {
    vi: 'Tên khoa học, ví dụ: Bactrocera dorsalis.',
    en: 'The scientific name, such as Bactrocera dorsalis.',
    zh: '学名，例如 Bactrocera dorsalis。',
  },
  pestStatus: { vi: 'Mức quản lý', en: 'Status', zh: '管理类别' },
  substance: { vi: 'Tên chất', en: 'Substance', zh: '物质名称' },
  substanceHint: {
    vi: 'Tên chung, ví dụ: Cadmi, Chlorpyrifos.',
    en: 'The common name, such as cadmium or chlorpyrifos.',
    zh: '通用名，例如 Cadmi、Chlorpyrifos。',
  },
  limit: { vi: 'Mức tối đa', en: 'At most', zh: '最高限量' },
  limitHint: {
    vi: 'Bỏ trống nếu không được phát hiện.',
    en: 'Left empty where none may be found.',
    zh: '不得检出的留空。',
  },
  limitUnit: { vi: 'Đơn vị', en: 'Unit', zh: '单位' },
  limitMissing: {
    vi: 'Hãy ghi mức tối đa, hoặc chọn “không được phát hiện”.',
    en: 'Say the limit, or choose “none may be found”.',
    zh: '请填写限量，或选择“不得检出”。',
  },
  limitTooMuch: {
    vi: 'Chất không được phát hiện thì không có mức tối đa.',
    en: 'What may not be found has no limit.',
    zh: '不得检出的物质没有限量。',
  },
  method: { vi: 'Cách xử lý', en: 'Method', zh: '处理方式' },
  temperature: { vi: 'Nhiệt độ (°C)', en: 'Temperature (°C)', zh: '温度（°C）' },
  minutesLeast: { vi: 'Ít nhất (phút)', en: 'At least (minutes)', zh: '最短（分钟）' },
  minutesMost: { vi: 'Nhiều nhất (phút)', en: 'At most (minutes)', zh: '最长（分钟）' },
  dose: { vi: 'Liều chiếu xạ (Gy)', en: 'Dose (Gy)', zh: '辐照剂量（Gy）' },
  minutesTurned: {
    vi: 'Thời gian nhiều nhất ngắn hơn ít nhất.',
    en: 'The most is less than the least.',
    zh: '最长时间短于最短时间。',
  },
  mark: { vi: 'Nội dung phải ghi', en: 'What is marked', zh: '须标注内容' },
  markHint: {
    vi: 'Ví dụ: mã số cơ sở đóng gói.',
    en: 'For example: the packing-house code.',
    zh: '例如：包装厂注册号。',
  },
  wording: { vi: 'Ghi đúng nguyên văn', en: 'Word for word', zh: '原文字样' },
  area: { vi: 'Diện tích tối thiểu (ha)', en: 'Minimum area (ha)', zh: '最小面积（公顷）' },
  yield: {
    vi: 'Sản lượng cao nhất (tấn/ha/năm)',
    en: 'Highest yield (t/ha a year)',
    zh: '最高产量（吨/公顷/年）',
  },
  check: { vi: 'Nội dung kiểm tra', en: 'What is checked', zh: '检查内容' },
  before: { vi: 'Thời điểm', en: 'When', zh: '时间' },
  proof: { vi: 'Giấy tờ chứng minh', en: 'Proof', zh: '证明' },
  checkDays: {
    vi: 'Không quá (ngày trước đóng gói)',
    en: 'At most (days before packing)',
    zh: '不早于包装前（天）',
  },
  checkDaysHint: {
    vi: 'Bỏ trống nếu không quy định: mẫu, biên bản của vùng trồng khi đó tính trong vụ.',
    en: 'Left empty where nobody says: of a growing area, those of the season then count.',
    zh: '无规定则留空：届时以当季的样品和记录为准。',
  },
  samplePercent: { vi: 'Tỷ lệ lấy mẫu (%)', en: 'Sampled (%)', zh: '抽样比例（%）' },
  paper: { vi: 'Tên hồ sơ', en: 'Paper', zh: '文件名称' },
  names: {
    vi: 'Tên tiếng Anh, tiếng Trung',
    en: 'English and Chinese names',
    zh: '英文、中文名称',
  },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name', zh: '英文名称' },
  nameZh: { vi: 'Tên tiếng Trung', en: 'Chinese name', zh: '中文名称' },
  from: { vi: 'Có hiệu lực từ ngày', en: 'From', zh: '生效日期' },
  toHint: {
    vi: 'Bỏ trống nếu chưa có ngày hết hiệu lực.',
    en: 'Left empty while it has no end.',
    zh: '无截止日期则留空。',
  },
  endsBeforeStart: {
    vi: 'Ngày này trước ngày có hiệu lực.',
    en: 'That is before it begins.',
    zh: '该日期早于生效日期。',
  },
  sourceHint: {
    vi: 'Số, ngày và cơ quan ban hành văn bản.',
    en: 'Number, day and issuer of the document.',
    zh: '文件号、日期和发布机关。',
  },
  trust: { vi: 'Đã đối chiếu văn bản gốc', en: 'Held against the original', zh: '是否核对原文' },
  confirmed: { vi: 'đã đối chiếu', en: 'yes', zh: '已核对' },
  lifted: { vi: 'Từ ngày này', en: 'From that day', zh: '自该日起' },
  applies: { vi: 'áp dụng như trên', en: 'it is asked as above', zh: '按上述执行' },
  isLifted: { vi: 'không còn áp dụng', en: 'it is asked no more', zh: '不再执行' },
  change: { vi: 'Lần ghi này là', en: 'This is', zh: '本次填写为' },
  newRule: {
    vi: 'quy định mới, dùng từ ngày hiệu lực trên',
    en: 'a new rule, from the day above',
    zh: '新规定，自上述日期起执行',
  },
  correction: {
    vi: 'sửa chỗ ghi sai của bản đang có',
    en: 'a correction of what stands',
    zh: '更正现有记录',
  },
  reason: { vi: 'Lý do thay đổi', en: 'Why it changes', zh: '变更原因' },
} as const satisfies Record<string, LocalText>
