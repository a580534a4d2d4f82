import type { RowOutcome } from '../../domain/codes/bulk-outcomes.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Deciding on many codes at once. */
export const BULK_COPY = {
  ...labels('preview', 'row', 'code', 'market', 'now'),
  title: { vi: 'Ghi quyết định cho nhiều mã', en: 'Decide on many codes', zh: '批量记录决定' },
  lead: {
    vi: 'Dán danh sách mã hoặc chọn tệp chính thức. Bước sau cho xem từng mã sẽ đổi thế nào; chưa có gì được ghi trước khi xác nhận.',
    en: 'Paste the codes or choose the official file. The next step shows what changes; nothing is recorded before you confirm.',
    zh: '粘贴注册编号列表或选择正式文件。下一步显示各注册编号的变化，确认前不会记录任何内容。',
  },
  list: { vi: 'Danh sách mã', en: 'Codes', zh: '注册编号列表' },
  listHint: {
    vi: 'Mỗi dòng một mã, gõ thế nào cũng được. Có thể dán cả bảng từ Excel, kèm dòng tiêu đề.',
    en: 'One a line, however typed. A table from Excel with its heading may be pasted too.',
    zh: '每行一个注册编号，格式不限。也可粘贴带标题行的 Excel 表格。',
  },
  file: { vi: 'Hoặc tệp danh sách', en: 'Or a file', zh: '或选择文件' },
  fileHint: {
    vi: 'Các cột: mã số, thị trường, trạng thái, ngày hiệu lực, lý do, số văn bản.',
    en: 'Columns: code, market, status, effective date, reason, document.',
    zh: '列：注册编号、市场、状态、生效日期、原因、文件编号。',
  },
  common: {
    vi: 'Dùng cho mọi dòng còn thiếu',
    en: 'For every row that lacks it',
    zh: '用于缺少相应内容的行',
  },
  previewTitle: { vi: 'Xem trước quyết định', en: 'Preview of the decisions', zh: '决定预览' },
  from: { vi: 'Danh sách: {name}', en: 'List: {name}', zh: '名单：{name}' },
  pasted: { vi: 'danh sách dán vào', en: 'pasted list', zh: '粘贴的列表' },
  willRecord: { vi: 'Sẽ ghi', en: 'To be recorded', zh: '将记录' },
  notRecorded: { vi: 'Không ghi', en: 'Not recorded', zh: '不予记录' },
  becomes: { vi: 'Sẽ là', en: 'Becomes', zh: '变更为' },
  status: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  effectiveOn: { vi: 'Từ ngày', en: 'From', zh: '生效日期' },
  why: { vi: 'Vì sao', en: 'Why', zh: '原因' },
  cut: {
    vi: 'Chỉ hiện {count} dòng đầu; tổng cộng ở trên tính đủ mọi dòng.',
    en: 'The first {count} rows are shown; the totals count all.',
    zh: '仅显示前 {count} 行，合计包含全部行。',
  },
  confirm: {
    vi: 'Ghi {count} quyết định',
    en: 'Record {count} decisions',
    zh: '记录 {count} 项决定',
  },
  confirmUnusual: {
    vi: 'Tôi đã xem các điều nhắc và vẫn ghi',
    en: 'I have read the remarks and go on',
    zh: '我已阅读提示并继续',
  },
  unusual: {
    vi: '{count} dòng có điều cần xem lại',
    en: '{count} rows are unusual',
    zh: '{count} 行需要核对',
  },
  nothing: {
    vi: 'Không có dòng nào để ghi.',
    en: 'There is nothing to record.',
    zh: '没有可记录的内容。',
  },
  recorded: {
    vi: 'Đã ghi các quyết định. Thông báo công khai và nguồn tin thay đổi ngay.',
    en: 'The decisions are recorded. Notices and the feed follow at once.',
    zh: '决定已记录，公告和订阅源随即更新。',
  },
  runTitle: {
    vi: 'Lần ghi nhiều quyết định',
    en: 'Decisions recorded together',
    zh: '批量决定记录',
  },
  runLine: {
    vi: 'Đã ghi {count} quyết định lúc {at}.',
    en: '{count} decisions recorded {at}.',
    zh: '{at} 已记录 {count} 项决定。',
  },
  undoneLine: {
    vi: 'Đã rút lại lúc {at}.',
    en: 'Taken back {at}.',
    zh: '已于{at}撤回。',
  },
  rows: { vi: 'Các quyết định đã ghi', en: 'Decisions recorded', zh: '已记录的决定' },
  undoTitle: { vi: 'Rút lại cả lần ghi', en: 'Take all of it back', zh: '撤回本次记录' },
  undoLead: {
    vi: 'Mỗi quyết định được sửa về tình trạng trước đó. Lịch sử vẫn giữ cả hai; quyết định nào đã được sửa riêng thì để nguyên.',
    en: 'Each decision is corrected to what stood before. The history keeps both; decisions corrected since stay.',
    zh: '各项决定更正为此前状态，历史保留两者；已单独更正的决定保持不变。',
  },
  undoReason: { vi: 'Lý do rút lại', en: 'Why', zh: '撤回原因' },
  undo: { vi: 'Rút lại', en: 'Take back', zh: '撤回' },
  undone: { vi: 'Đã rút lại cả lần ghi.', en: 'All of it was taken back.', zh: '已全部撤回。' },
  runs: { vi: 'Những lần ghi gần đây', en: 'Latest runs', zh: '最近记录' },
  run: { vi: 'Danh sách', en: 'List', zh: '名单' },
  count: { vi: 'Số quyết định', en: 'Decisions', zh: '决定数' },
  at: { vi: 'Lúc', en: 'When', zh: '时间' },
  listMissing: {
    vi: 'Hãy dán danh sách mã hoặc chọn một tệp.',
    en: 'Paste the codes or choose a file.',
    zh: '请粘贴注册编号列表或选择文件。',
  },
  tooMany: {
    vi: 'Danh sách dài quá 10.000 dòng; hãy tách ra.',
    en: 'More than 10,000 rows; split the list.',
    zh: '超过 10,000 行，请拆分。',
  },
  gone: { vi: 'lần xem trước này', en: 'such preview', zh: '该预览' },
} as const satisfies Record<string, LocalText>

/** What becomes of a row of a list of decisions. */
export const OUTCOME_NAMES = {
  ready: { vi: 'sẽ ghi', en: 'to be recorded', zh: '将记录' },
  same: { vi: 'đã có trong sổ', en: 'stands already', zh: '已在册' },
  unknown: { vi: 'không có mã này', en: 'no such code', zh: '注册编号不存在' },
  ambiguous: { vi: 'có thể là nhiều mã', en: 'may be several codes', zh: '可能对应多个注册编号' },
  elsewhere: { vi: 'ngoài địa bàn', en: 'outside your place', zh: '不在辖区内' },
  withdrawn: { vi: 'mã đã rút', en: 'code taken back', zh: '注册编号已撤回' },
  invalid: { vi: 'ghi chưa đúng', en: 'not well stated', zh: '填写有误' },
  repeated: { vi: 'trùng dòng khác', en: 'repeats a row', zh: '与其他行重复' },
  final: { vi: 'mã đã thu hồi hoặc hủy', en: 'revoked or cancelled', zh: '已撤销或注销' },
  meanwhile: {
    vi: 'vừa có quyết định khác',
    en: 'decided meanwhile',
    zh: '期间另有决定',
  },
  done: { vi: 'đã ghi', en: 'recorded', zh: '已记录' },
} as const satisfies Record<RowOutcome, LocalText>
