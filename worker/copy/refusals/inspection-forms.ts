import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a file is no inspection form. Told with its sheet, row and column. */
export const FORM_FAULTS = {
  noSheet: {
    vi: 'Thiếu trang “{sheet}”. Hãy tải mẫu đang dùng về rồi sửa trên đó.',
    en: 'The sheet “{sheet}” is missing. Take the form in use and edit that.',
    zh: '缺少工作表“{sheet}”。请下载现用表格后修改。',
  },
  noColumn: {
    vi: 'Thiếu cột “{column}” ở dòng tiêu đề.',
    en: 'The heading “{column}” is missing.',
    zh: '缺少列“{column}”。',
  },
  doubleColumn: {
    vi: 'Cột “{column}” có hai lần.',
    en: 'The column “{column}” is there twice.',
    zh: '列“{column}”重复。',
  },
  almostColumn: {
    vi: 'Cột “{column}” có phải là “{known}” không? Hãy sửa tên cột; không dùng thì xóa cột.',
    en: 'Is the column “{column}” meant to be “{known}”? Rename it, or delete it.',
    zh: '列“{column}”是否应为“{known}”？请更名；不用则删除该列。',
  },
  columnNotUsed: {
    vi: 'Cột “{column}” chưa dùng được ở đây. Hãy để trống.',
    en: 'The column “{column}” cannot be used here. Leave it empty.',
    zh: '此处不支持列“{column}”，请留空。',
  },
  empty: {
    vi: 'Trang “{sheet}” chưa có dòng nào.',
    en: 'The sheet “{sheet}” has no rows.',
    zh: '工作表“{sheet}”没有内容。',
  },
  tooManyRows: {
    vi: 'Trang “{sheet}” có quá {most} dòng.',
    en: 'The sheet “{sheet}” has more than {most} rows.',
    zh: '工作表“{sheet}”超过 {most} 行。',
  },
  badType: {
    vi: 'Không có loại câu hỏi “{type}”. Dùng được: {types}.',
    en: 'There is no type “{type}”. Known are: {types}.',
    zh: '没有类型“{type}”。可用：{types}。',
  },
  signature: {
    vi: 'Không cần câu hỏi chữ ký: chữ ký của hai bên luôn có ở cuối biên bản.',
    en: 'Signatures need no question: both parties always sign at the end.',
    zh: '无需签名题：双方签名始终在记录末尾。',
  },
  noList: {
    vi: 'Loại “{type}” phải kèm tên danh sách, ví dụ “{type} co_khong”.',
    en: '“{type}” is followed by a list’s name: “{type} yes_no”.',
    zh: '“{type}”后须写列表名，如“{type} yes_no”。',
  },
  unknownList: {
    vi: 'Danh sách “{list}” không có trong trang “choices”.',
    en: 'The list “{list}” is not in the sheet “choices”.',
    zh: '工作表“choices”中没有列表“{list}”。',
  },
  unknownRules: {
    vi: 'Danh sách quy định “{rules}” không có. Dùng được: {known}.',
    en: 'There is no list of rules “{rules}”. Known: {known}.',
    zh: '没有规定列表“{rules}”。可用：{known}。',
  },
  rulesOnType: {
    vi: 'Cột rules chỉ dùng cho câu hỏi loại: {types}.',
    en: 'The column rules is for questions of these types: {types}.',
    zh: 'rules 列仅用于以下类型：{types}。',
  },
  badName: {
    vi: 'Tên “{name}” chưa đúng: chữ không dấu, số, gạch nối; bắt đầu bằng chữ; tối đa 50 ký tự.',
    en: '“{name}” is no name: plain letters, figures, hyphens; a letter first; at most 50.',
    zh: '名称“{name}”不合规：仅限字母、数字、连字符，以字母开头，最多 50 字符。',
  },
  reservedName: {
    vi: 'Tên “{name}” dành cho loại kiểm tra. Hãy đặt tên khác.',
    en: '“{name}” stands for why the inspection is made. Choose another name.',
    zh: '名称“{name}”已保留，表示检查类型。',
  },
  doubleName: {
    vi: 'Tên “{name}” đã dùng ở dòng {row}.',
    en: '“{name}” is used in row {row} already.',
    zh: '名称“{name}”已在第 {row} 行使用。',
  },
  noLabel: {
    vi: 'Chưa có câu hỏi bằng tiếng Việt (cột label).',
    en: 'There is no Vietnamese label.',
    zh: '缺少越南语标签。',
  },
  tooLong: {
    vi: 'Dài quá {most} ký tự.',
    en: 'Longer than {most} characters.',
    zh: '超过 {most} 个字符。',
  },
  badRequired: {
    vi: 'Cột này chỉ ghi yes hoặc no.',
    en: 'This column says yes or no.',
    zh: '此列仅可填 yes 或 no。',
  },
  badSeverity: {
    vi: 'Mức độ là minor, major hoặc critical.',
    en: 'The severity is minor, major or critical.',
    zh: '程度为 minor、major 或 critical。',
  },
  severityAlone: {
    vi: 'Có mức độ thì phải có điều kiện ở cột finding_if.',
    en: 'A severity needs its condition in finding_if.',
    zh: '填写程度时须在 finding_if 填写条件。',
  },
  badFormId: {
    vi: 'form_id gồm chữ thường không dấu, số, gạch nối, ví dụ vung-trong.',
    en: 'form_id is of lower-case letters, figures and hyphens: growing-area.',
    zh: 'form_id 仅限小写字母、数字和连字符。',
  },
  badSiteKind: {
    vi: 'site_kind là growing_area (vùng trồng) hoặc packing_house (cơ sở đóng gói).',
    en: 'site_kind is growing_area or packing_house.',
    zh: 'site_kind 为 growing_area 或 packing_house。',
  },
  badKinds: {
    vi: 'inspection_kinds gồm các từ cách nhau bằng dấu cách: {kinds}.',
    en: 'inspection_kinds are words of these, parted by blanks: {kinds}.',
    zh: 'inspection_kinds 为以空格分隔的：{kinds}。',
  },
  unknownQuestion: {
    vi: 'Biểu thức nhắc đến câu hỏi “{name}” không có trong mẫu.',
    en: 'The expression names the question “{name}”, which is not there.',
    zh: '表达式引用了不存在的题目“{name}”。',
  },
  circle: {
    vi: 'Câu “{name}” chỉ được hỏi tùy theo chính nó (vòng lặp trong cột relevant).',
    en: 'Whether “{name}” is asked depends on itself (a circle in relevant).',
    zh: '题目“{name}”是否显示取决于其自身（relevant 循环）。',
  },
  endWithoutBegin: {
    vi: 'end_group này không có begin_group phía trên.',
    en: 'This end_group ends no group.',
    zh: '此 end_group 没有对应的 begin_group。',
  },
  beginWithoutEnd: {
    vi: 'Nhóm này chưa có end_group.',
    en: 'This group has no end_group.',
    zh: '此组缺少 end_group。',
  },
  groupsTooDeep: {
    vi: 'Nhóm lồng nhau quá 5 cấp.',
    en: 'Groups stand in one another deeper than 5.',
    zh: '分组嵌套超过 5 层。',
  },
} as const satisfies Record<string, LocalText>

/** What is wrong with an expression. `{text}` is the part meant. */
export const EXPRESSION_FAULTS = {
  too_long: {
    vi: 'Biểu thức dài quá 500 ký tự.',
    en: 'The expression is longer than 500 characters.',
    zh: '表达式超过 500 个字符。',
  },
  too_deep: {
    vi: 'Ngoặc trong biểu thức lồng nhau quá {text} cấp.',
    en: 'Brackets stand in one another deeper than {text}.',
    zh: '表达式括号嵌套超过 {text} 层。',
  },
  bad_character: {
    vi: 'Biểu thức có ký tự “{text}” không dùng được.',
    en: 'The expression has “{text}”, which means nothing here.',
    zh: '表达式含有不支持的字符“{text}”。',
  },
  open_text: {
    vi: 'Biểu thức có dấu nháy mở mà không đóng.',
    en: 'A quotation mark is not closed.',
    zh: '表达式引号未闭合。',
  },
  unknown_function: {
    vi: 'Không dùng được hàm {text}. Dùng được: {known}.',
    en: 'There is no {text}. Known are: {known}.',
    zh: '不支持函数 {text}。可用：{known}。',
  },
  argument_count: {
    vi: 'Hàm {text} có số tham số chưa đúng.',
    en: '{text} has too many or too few arguments.',
    zh: '函数 {text} 的参数个数不正确。',
  },
  unexpected: {
    vi: 'Không đọc được biểu thức ở “{text}”. Tên câu hỏi khác phải đặt trong dấu $ và ngoặc nhọn.',
    en: 'The expression cannot be read at “{text}”. Another question is named by $ and braces.',
    zh: '表达式在“{text}”处无法读取。引用其他题目须用 $ 和花括号。',
  },
  comma_in_number: {
    vi: 'Số thập phân trong biểu thức viết bằng dấu chấm: 2.5, không phải 2,5.',
    en: 'Decimals in expressions have a point: 2.5, not 2,5.',
    zh: '表达式中的小数用点号：2.5，而非 2,5。',
  },
  unfinished: {
    vi: 'Biểu thức chưa viết hết.',
    en: 'The expression is not finished.',
    zh: '表达式不完整。',
  },
} as const satisfies Record<string, LocalText>

/** A rule that can be read and never comes to anything. `{text}` is the part meant. */
export const HOLLOW_RULES = {
  no_answer_here: {
    vi: 'Lời ghi chú và nhóm không có câu trả lời. Hãy để trống cột này.',
    en: 'Notes and groups have no answer. Leave this column empty.',
    zh: '说明和分组没有答案，请将此列留空。',
  },
  names_no_question: {
    vi: '“{text}” là nhóm hoặc lời ghi chú, không có câu trả lời để so.',
    en: '“{text}” is a group or a note and has no answer to compare.',
    zh: '“{text}”是分组或说明，没有可比较的答案。',
  },
  self_in_relevant: {
    vi: 'Cột relevant không dùng được dấu chấm: câu chưa hỏi thì chưa có câu trả lời.',
    en: 'No dot in relevant: what was not asked yet has no answer.',
    zh: 'relevant 列不能用点号：尚未提问就没有答案。',
  },
  no_such_choice: {
    vi: 'Không có lựa chọn “{text}” trong danh sách của câu được so.',
    en: 'The question compared has no choice “{text}”.',
    zh: '所比较题目的列表中没有选项“{text}”。',
  },
  not_counted: {
    vi: 'Không tính hoặc so được với “{text}”. Số viết như 2.5, ngày viết như 2026-06-15; không cộng trừ ngày.',
    en: 'Nothing is counted or compared by “{text}”. Figures are written 2.5, days 2026-06-15; days are not added to.',
    zh: '“{text}”无法计算或比较。数字写作 2.5，日期写作 2026-06-15；日期不能加减。',
  },
} as const satisfies Record<string, LocalText>
