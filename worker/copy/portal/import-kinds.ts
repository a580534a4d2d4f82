import type { IssueKind } from '../../domain/lists/records/issue-kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What rows are refused for, as the head of a group; the column follows. */
export const ISSUE_KIND_NAMES = {
  missing: { vi: 'Thiếu', en: 'Missing', zh: '缺少' },
  unreadable: { vi: 'Không đọc được', en: 'Cannot be read', zh: '无法读取' },
  code_form: { vi: 'Mã viết sai dạng', en: 'Not the form of a code', zh: '注册编号格式有误' },
  similar_holder: {
    vi: 'Đơn vị gần giống trong sổ',
    en: 'Organisations almost as on record',
    zh: '与登记册中的单位名称相近',
  },
  similar_code: {
    vi: 'Mã gần giống trong sổ',
    en: 'Codes almost as on record',
    zh: '与登记册中的注册编号相近',
  },
  holder: {
    vi: 'Chưa rõ là đơn vị nào',
    en: 'Unclear which organisation',
    zh: '无法确定是哪个单位',
  },
  place: { vi: 'Không tìm thấy địa danh', en: 'Place not found', zh: '找不到该地点' },
  elsewhere: {
    vi: 'Ngoài địa bàn được giao',
    en: 'Outside the place you answer for',
    zh: '不在负责的辖区内',
  },
  other_site: {
    vi: 'Mã đã cấp cho nơi khác',
    en: 'Code granted to another place',
    zh: '注册编号已授予其他地点',
  },
  withdrawn: { vi: 'Mã đã rút khỏi sổ', en: 'Code taken out', zh: '注册编号已从登记册撤下' },
  decision: {
    vi: 'Quyết định không ghi được',
    en: 'Decision that cannot stand',
    zh: '无法记录的决定',
  },
  register: { vi: 'Không khớp với sổ', en: 'Not as on record', zh: '与登记册不符' },
  contradicted: {
    vi: 'Các dòng ghi khác nhau',
    en: 'Rows that contradict each other',
    zh: '各行内容互相矛盾',
  },
  not_taken: { vi: 'Chưa lưu được', en: 'Could not be stored', zh: '未能保存' },
} as const satisfies Record<IssueKind, LocalText>

/** What is to be looked at again, by its code; what is not listed goes under `other`. */
export const WARNING_KIND_NAMES = {
  other: { vi: 'Điều khác', en: 'Other things', zh: '其他' },
  code_read_as: {
    vi: 'Mã được đọc theo cách viết trong sổ',
    en: 'Codes read as the register spells them',
    zh: '按登记册写法读取的注册编号',
  },
  unusual_code: { vi: 'Mã có dạng lạ', en: 'Codes of an unusual form', zh: '格式少见的注册编号' },
  similar_holder: {
    vi: 'Tên đơn vị gần giống nhau',
    en: 'Names of organisations almost alike',
    zh: '单位名称相近',
  },
  similar_code: { vi: 'Mã gần giống nhau', en: 'Codes almost alike', zh: '注册编号相近' },
  repeated_code: {
    vi: 'Mã ghi nhiều lần trong danh sách',
    en: 'Codes listed more than once',
    zh: '列表中重复的注册编号',
  },
  holder_kind_unknown: {
    vi: 'Chưa rõ loại hình tổ chức',
    en: 'Kind of organisation not said',
    zh: '未注明组织类型',
  },
  former_place: {
    vi: 'Địa danh cũ được đổi sang địa danh mới',
    en: 'Former places read as today’s',
    zh: '旧地名已换为现地名',
  },
  place_unknown: {
    vi: 'Giữ địa chỉ đang có trong sổ',
    en: 'Address kept as on record',
    zh: '保留登记册中的地址',
  },
  date_from_serial: {
    vi: 'Số được đọc là ngày',
    en: 'Numbers read as dates',
    zh: '按日期读取的数字',
  },
  site_contradicted: {
    vi: 'Các dòng ghi khác nhau về một nơi',
    en: 'Rows that differ about one place',
    zh: '各行对同一地点的记载不同',
  },
  future_date: {
    vi: 'Ngày chưa tới',
    en: 'Days still to come',
    zh: '尚未到来的日期',
  },
  earlier_date: {
    vi: 'Quyết định sớm hơn điều đã ghi',
    en: 'Decisions earlier than what is on record',
    zh: '早于已有记录的决定',
  },
  unknown_column: { vi: 'Cột không dùng đến', en: 'Columns that are not used', zh: '未使用的列' },
  old_text: { vi: 'Chữ mã cũ', en: 'Text in an old encoding', zh: '旧编码文字' },
} as const satisfies Record<string, LocalText>

/** One choice for all rows of a kind. */
export const CHOICE_COPY = {
  forAll: {
    vi: 'Một lựa chọn cho tất cả',
    en: 'One choice for all of them',
    zh: '对全部作同一选择',
  },
  each: {
    vi: 'Chọn riêng từng trường hợp',
    en: 'Choose for each by itself',
    zh: '逐一选择',
  },
  asAll: { vi: 'Như lựa chọn chung', en: 'As chosen for all', zh: '与统一选择相同' },
  undecided: { vi: 'Chưa chọn', en: 'Not chosen yet', zh: '尚未选择' },
  sameHolder: {
    vi: 'Là đơn vị đã có trong sổ',
    en: 'It is the one on record',
    zh: '即登记册中的单位',
  },
  newHolder: {
    vi: 'Thật sự là đơn vị mới',
    en: 'It is really a new one',
    zh: '确实是新单位',
  },
  sameCode: {
    vi: 'Là mã đã có trong sổ',
    en: 'It is the code on record',
    zh: '即登记册中的注册编号',
  },
  newCode: { vi: 'Thật sự là mã mới', en: 'It is really a new code', zh: '确实是新注册编号' },
  pair: { vi: '“{typed}” và “{known}”', en: '“{typed}” and “{known}”', zh: '“{typed}”与“{known}”' },
  atCell: { vi: 'ô {cell}', en: 'cell {cell}', zh: '单元格 {cell}' },
  atRow: { vi: 'dòng {row}', en: 'row {row}', zh: '第 {row} 行' },
  apply: { vi: 'Chọn rồi đọc lại', en: 'Choose and read again', zh: '选择并重新读取' },
  chosen: {
    vi: 'Danh sách đang được đọc theo các lựa chọn đã ghi ở trang này.',
    en: 'The list is read with the choices made on this page.',
    zh: '列表按本页所作的选择读取。',
  },
  undo: {
    vi: 'Bỏ các lựa chọn, đọc lại',
    en: 'Drop them and read again',
    zh: '取消选择并重新读取',
  },
} as const satisfies Record<string, LocalText>
