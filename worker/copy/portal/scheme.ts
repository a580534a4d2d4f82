import type { PatternFault } from '../../domain/codes/scheme-pattern.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Formats of codes as an administrator keeps them. */
export const SCHEME_COPY = {
  title: { vi: 'Dạng mã số', en: 'Code formats', zh: '注册编号格式' },
  lead: {
    vi: 'Mỗi dạng cho biết một mã thuộc loại nào. Mã không theo dạng nào vẫn cấp được; người cấp chỉ được nhắc kiểm tra lại.',
    en: 'A format tells what kind of code one is. A code of no format can still be granted; whoever grants it is only asked to check.',
    zh: '格式用于识别注册编号类型。不符合任何格式的注册编号仍可发放，系统仅提示核对。',
  },
  scheme: { vi: 'dạng mã số này', en: 'such code format', zh: '该注册编号格式' },
  add: { vi: 'Thêm dạng', en: 'Add a format', zh: '新增格式' },
  addTitle: { vi: 'Thêm dạng mã số', en: 'Add a code format', zh: '新增注册编号格式' },
  editTitle: { vi: 'Sửa dạng mã số', en: 'Change a code format', zh: '修改注册编号格式' },
  id: { vi: 'Tên riêng của dạng', en: 'Identifier', zh: '标识' },
  idHint: {
    vi: 'Chữ in hoa, chữ số, gạch dưới; không đổi được về sau. Ví dụ VN_EXPORT_2027.',
    en: 'Capitals, digits, underscore; never changed later. For example VN_EXPORT_2027.',
    zh: '大写字母、数字和下划线；以后不可更改。例如 VN_EXPORT_2027。',
  },
  kind: { vi: 'Dùng cho', en: 'For', zh: '用于' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese', zh: '越南语名称' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English', zh: '英语名称' },
  nameZh: { vi: 'Tên tiếng Trung', en: 'Name in Chinese', zh: '中文名称' },
  pattern: { vi: 'Mẫu', en: 'Pattern', zh: '模式' },
  patternHint: {
    vi: 'Biểu thức chính quy, bắt đầu bằng ^ và kết thúc bằng $. Dùng được chữ in hoa, chữ số, -, \\d, [A-Z0-9], (…|…), ? và {3,5}; nhóm (?<province>…) và (?<market>…) chỉ tỉnh và thị trường.',
    en: 'A regular expression from ^ to $. Capitals, digits, -, \\d, [A-Z0-9], (…|…), ? and {3,5} may be used; the groups (?<province>…) and (?<market>…) name province and market.',
    zh: '正则表达式，以 ^ 开头、以 $ 结尾。可使用大写字母、数字、-、\\d、[A-Z0-9]、(…|…)、? 和 {3,5}；(?<province>…) 与 (?<market>…) 分别表示省份和市场。',
  },
  sample: { vi: 'Mã ví dụ', en: 'Sample', zh: '示例' },
  sampleHint: {
    vi: 'Phải khớp với mẫu. Không dùng mã đã cấp.',
    en: 'Must fit the pattern. Not a code that was granted.',
    zh: '须符合模式。请勿使用已发放的注册编号。',
  },
  marketRule: { vi: 'Thị trường của mã', en: 'Market of the code', zh: '注册编号的市场' },
  validFrom: { vi: 'Dùng từ ngày', en: 'In use from', zh: '启用日期' },
  validTo: { vi: 'Ngày cuối còn cấp', en: 'Last day of granting', zh: '停止发放日期' },
  source: { vi: 'Căn cứ', en: 'Source', zh: '依据' },
  save: { vi: 'Lưu dạng mã', en: 'Save the format', zh: '保存格式' },
  saved: { vi: 'Đã lưu dạng mã.', en: 'The format was saved.', zh: '格式已保存。' },
  period: { vi: 'Thời gian dùng', en: 'In use', zh: '使用期间' },
  always: { vi: 'không giới hạn', en: 'no limits known', zh: '不限' },
  from: { vi: 'từ {on}', en: 'from {on}', zh: '自{on}起' },
  to: { vi: 'đến {on}', en: 'to {on}', zh: '至{on}' },
  empty: {
    vi: 'Chưa có dạng mã nào. Mọi mã đều sẽ bị nhắc là lạ cho đến khi thêm dạng đầu tiên.',
    en: 'No format yet. Every code is told of as unusual until the first one is added.',
    zh: '暂无格式。在添加首个格式之前，所有注册编号都会被提示为异常。',
  },
  idOdd: {
    vi: 'Mã của dạng gồm 3 đến 40 chữ in hoa, chữ số và dấu gạch dưới.',
    en: 'The identifier has 3 to 40 capitals, digits and underscores.',
    zh: '标识须为3至40个大写字母、数字或下划线。',
  },
  sampleNoCode: {
    vi: 'Mã ví dụ chỉ gồm chữ in hoa, chữ số và dấu “-”, 3 đến 40 ký tự.',
    en: 'A sample has capitals, digits and “-” only, 3 to 40 of them.',
    zh: '示例仅可包含大写字母、数字和“-”，3至40个字符。',
  },
  sampleMisfit: {
    vi: 'Mã ví dụ không khớp với mẫu.',
    en: 'The sample does not fit the pattern.',
    zh: '示例与模式不符。',
  },
  endsBeforeStart: {
    vi: 'Ngày cuối ở trước ngày bắt đầu.',
    en: 'The last day is before the first.',
    zh: '停止日期早于启用日期。',
  },
} as const satisfies Record<string, LocalText>

export const MARKET_RULES = {
  suffix: { vi: 'ghi ở cuối mã', en: 'at the end of the code', zh: '写在注册编号末尾' },
  domestic: { vi: 'luôn là trong nước', en: 'always domestic', zh: '始终为国内' },
  not_in_code: { vi: 'không ghi trong mã', en: 'not in the code', zh: '注册编号中未注明' },
} as const satisfies Record<string, LocalText>

/** Why a pattern is refused. */
export const PATTERN_FAULTS = {
  too_long: {
    vi: 'Mẫu dài quá 200 ký tự.',
    en: 'The pattern is longer than 200 characters.',
    zh: '模式超过200个字符。',
  },
  not_anchored: {
    vi: 'Mẫu phải bắt đầu bằng ^ và kết thúc bằng $.',
    en: 'The pattern must begin with ^ and end with $.',
    zh: '模式须以 ^ 开头并以 $ 结尾。',
  },
  unknown_sign: {
    vi: 'Mẫu có ký hiệu không dùng được ở đây.',
    en: 'The pattern has a sign that may not be used here.',
    zh: '模式中包含不可使用的符号。',
  },
  open_repeat: {
    vi: 'Không dùng *, + hay {2,}; hãy ghi số lần nhiều nhất, ví dụ {1,5}.',
    en: 'No *, + or {2,}: give the most times, as in {1,5}.',
    zh: '不可使用 *、+ 或 {2,}，请写明最多次数，例如 {1,5}。',
  },
  repeated_group: {
    vi: 'Không lặp lại cả một nhóm trong ngoặc; chỉ được thêm ? sau nhóm.',
    en: 'A group in brackets may not be repeated; only ? may follow it.',
    zh: '括号内的分组不可重复，其后只能使用 ?。',
  },
  too_many_ways: {
    vi: 'Mẫu có quá nhiều cách đọc cùng một mã; hãy ghi số ký tự chặt hơn.',
    en: 'The pattern reads one code in too many ways; give tighter lengths.',
    zh: '同一注册编号的匹配方式过多，请收紧长度。',
  },
  invalid: {
    vi: 'Mẫu viết chưa đúng.',
    en: 'The pattern is not well formed.',
    zh: '模式书写有误。',
  },
} as const satisfies Record<PatternFault, LocalText>
