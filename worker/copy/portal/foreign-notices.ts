import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** What a notice of an importing country asks and says. */
const FIELDS = {
  ...labels('market', 'note', 'outcome', 'reason', 'documentNo', 'code', 'holder', 'commune'),
  noun: { vi: 'cảnh báo này', en: 'notice', zh: '该通报' },
  itemNoun: { vi: 'mã này trong cảnh báo', en: 'code of the notice', zh: '通报中的该编号' },
  noticeNumber: { vi: 'Số thông báo', en: 'Notice number', zh: '通报编号' },
  issuer: { vi: 'Cơ quan ra thông báo', en: 'Authority abroad', zh: '发出机构' },
  issuerHint: {
    vi: 'Tên cơ quan của nước nhập khẩu, ví dụ GACC.',
    en: 'Of the importing country, as GACC.',
    zh: '进口国机构，如 GACC。',
  },
  receivedOn: { vi: 'Ngày nhận', en: 'Received on', zh: '收到日期' },
  dueOn: { vi: 'Hạn trả lời', en: 'Answer due', zh: '答复期限' },
  dueHint: {
    vi: 'Để trống nếu thông báo chỉ ghi số ngày.',
    en: 'Leave it blank where the notice gives a number of days.',
    zh: '通报仅写天数时留空。',
  },
  termDays: { vi: 'Hoặc số ngày làm việc', en: 'Or working days', zh: '或工作日数' },
  termHint: {
    vi: 'Tính từ ngày sau ngày nhận, trừ ngày nghỉ, Tết.',
    en: 'Counted from the day after it was received, holidays left out.',
    zh: '自收到次日起算，不含节假日。',
  },
  subjectKind: { vi: 'Vi phạm về', en: 'What was found', zh: '不合格类别' },
  subject: { vi: 'Đối tượng hoặc hoạt chất', en: 'Pest or substance', zh: '有害生物或物质' },
  subjectHint: {
    vi: 'Ví dụ: rệp sáp, cadimi, vàng O.',
    en: 'As mealybugs, cadmium, auramine O.',
    zh: '如：粉蚧、镉、碱性嫩黄。',
  },
  summary: { vi: 'Nội dung khác', en: 'Anything else', zh: '其他内容' },
  assignee: { vi: 'Người xử lý', en: 'Assigned to', zh: '承办人' },
  cause: { vi: 'Nguyên nhân', en: 'Cause', zh: '原因' },
  causeText: { vi: 'Căn cứ', en: 'On what ground', zh: '依据' },
  reportText: { vi: 'Đã khắc phục', en: 'What was put right', zh: '整改情况' },
  returnText: { vi: 'Cần làm lại điều gì', en: 'What is to be done again', zh: '需重做的内容' },
  recheckResult: { vi: 'Kết quả kiểm tra lại', en: 'Result of the re-check', zh: '复查结果' },
  recheckText: { vi: 'Đã thấy gì', en: 'What was seen', zh: '复查所见' },
  recheckHint: {
    vi: 'Ghi số biên bản; biên bản thêm vào hồ sơ của cảnh báo.',
    en: 'Give the number of the minutes; add them to the papers of the notice.',
    zh: '填写记录编号，记录文件添加到通报材料。',
  },
  replyPaperNo: { vi: 'Số văn bản trả lời', en: 'Number of the answer', zh: '答复文号' },
  repliedOn: { vi: 'Ngày trả lời', en: 'Answered on', zh: '答复日期' },
  closingText: { vi: 'Kết luận', en: 'Conclusion', zh: '结论' },
  effectiveOn: { vi: 'Có hiệu lực từ', en: 'Effective on', zh: '生效日期' },
  reasonCode: { vi: 'Nhóm lý do', en: 'Kind of reason', zh: '原因类别' },
  answerItems: { vi: 'Trả lời cho mã', en: 'Answer for', zh: '答复编号' },
  answerCause: { vi: 'Nguyên nhân', en: 'Cause', zh: '原因' },
  answerCauseHint: {
    vi: 'Cần chọn khi cán bộ chưa kết luận nguyên nhân.',
    en: 'Needed where the officers have not settled it yet.',
    zh: '工作人员尚未查明原因时必填。',
  },
  answerText: { vi: 'Đã làm gì để khắc phục', en: 'What you put right', zh: '已采取的整改措施' },
  answerHint: {
    vi: 'Ghi việc đã làm, ngày làm, để lần sau không lặp lại.',
    en: 'What was done and when, so that it does not happen again.',
    zh: '写明已做的事和日期，避免再次发生。',
  },
  state: { vi: 'Bước', en: 'Step', zh: '步骤' },
  statusToday: { vi: 'Trạng thái hôm nay', en: 'Status today', zh: '今日状态' },
  list: { vi: 'Danh sách mã số', en: 'List of codes', zh: '编号清单' },
  listHint: {
    vi: 'Mỗi dòng một mã, hoặc dán cả bảng. Mã viết sai vẫn được giữ lại.',
    en: 'One code a line, or a whole table. Misspelt codes are kept.',
    zh: '每行一个编号，或粘贴整张表。写错的编号也会保留。',
  },
  file: { vi: 'Hoặc tệp danh sách', en: 'Or a file with the list', zh: '或清单文件' },
} as const satisfies Record<string, LocalText>

/** Sentences kept in the way of a notice, and asked before something is done. */
const SENTENCES = {
  caseTitle: {
    vi: 'Cảnh báo của {market} số {number}',
    en: 'Notice of {market}, {number}',
    zh: '{market}通报 {number}',
  },
  openedText: {
    vi: '{listed} dòng mã: {matched} khớp, {near} gần giống, {unknown} không tìm thấy, {repeated} lặp lại.',
    en: '{listed} codes listed: {matched} matched, {near} nearly, {unknown} not found, {repeated} repeated.',
    zh: '清单 {listed} 个编号：{matched} 个匹配，{near} 个近似，{unknown} 个未找到，{repeated} 个重复。',
  },
  askCodes: {
    vi: 'Danh sách có {listed} dòng mã: {matched} khớp, {near} gần giống, {unknown} không tìm thấy, {repeated} lặp lại. Ghi cảnh báo như vậy.',
    en: 'The list has {listed} codes: {matched} match, {near} nearly, {unknown} are not found, {repeated} are repeated. Record it so.',
    zh: '清单有 {listed} 个编号：{matched} 个匹配，{near} 个近似，{unknown} 个未找到，{repeated} 个重复。按此登记。',
  },
  askSuspend: {
    vi: '{ready} mã sẽ tạm dừng ở thị trường này, {same} đã có quyết định đó, {others} không tạm dừng được.',
    en: '{ready} codes will be suspended in this market, of {same} it is decided already, {others} cannot be.',
    zh: '{ready} 个编号将在该市场暂停，{same} 个已有该决定，{others} 个无法暂停。',
  },
  askRestore: {
    vi: '{ready} mã sẽ hoạt động lại ở thị trường này, {same} đã có quyết định đó, {others} không khôi phục được.',
    en: '{ready} codes will be active again in this market, of {same} it is decided already, {others} cannot be.',
    zh: '{ready} 个编号将在该市场恢复，{same} 个已有该决定，{others} 个无法恢复。',
  },
  askUnusual: {
    vi: '{count} mã cần xem kỹ: {list}',
    en: '{count} codes are unusual: {list}',
    zh: '{count} 个编号需注意：{list}',
  },
  countText: {
    vi: '{count} mã. {text}',
    en: '{count} codes. {text}',
    zh: '{count} 个编号。{text}',
  },
  decidedText: {
    vi: 'Từ {on}, theo văn bản {documentNo}.',
    en: 'From {on}, by document {documentNo}.',
    zh: '自 {on} 起，依据文件 {documentNo}。',
  },
  replyText: {
    vi: 'Văn bản {paperNo} ngày {on}.',
    en: 'Paper {paperNo} of {on}.',
    zh: '{on} 第 {paperNo} 号文件。',
  },
  notOurs: {
    vi: 'Không phải mã trong hệ thống.',
    en: 'No code of this register.',
    zh: '不是本系统编号。',
  },
  namedTwice: {
    vi: 'Là mã {code}, đã có trong cảnh báo.',
    en: 'It is {code}, which the notice names already.',
    zh: '即编号 {code}，通报中已有。',
  },
} as const satisfies Record<string, LocalText>

/** What holders and officers are told. */
const MESSAGES = {
  holderTitle: {
    vi: '{market} cảnh báo {count} mã số của đơn vị',
    en: '{count} of your codes are named in a notice of {market}',
    zh: '{market}通报了贵单位 {count} 个编号',
  },
  holderBody: {
    vi: 'Thông báo số {number} của {market} về {subject} nêu {count} mã số của đơn vị. Hãy tìm nguyên nhân, khắc phục và trả lời trước hết ngày {due}.',
    en: 'Notice {number} of {market}, on {subject}, names {count} of your codes. Find the cause, put it right and answer by {due}.',
    zh: '{market}第 {number} 号通报（{subject}）涉及贵单位 {count} 个编号。请查明原因、完成整改，并于 {due} 前答复。',
  },
  officeTitle: {
    vi: 'Cảnh báo của nước nhập khẩu có mã trong địa bàn',
    en: 'A notice from abroad names codes of your area',
    zh: '进口国通报涉及本辖区编号',
  },
  officeBody: {
    vi: 'Thông báo số {number} của {market} nêu {count} mã số trong địa bàn. Hạn trả lời {due}.',
    en: 'Notice {number} of {market} names {count} codes of your area. The answer is due on {due}.',
    zh: '{market}第 {number} 号通报涉及本辖区 {count} 个编号，答复期限 {due}。',
  },
  answeredTitle: {
    vi: 'Chủ mã số đã trả lời cảnh báo',
    en: 'A holder has answered a notice',
    zh: '持有人已答复通报',
  },
  answeredBody: {
    vi: '{holder} báo cáo khắc phục {count} mã của thông báo số {number}. Hãy kiểm tra lại.',
    en: '{holder} reports {count} codes of notice {number} as put right. Check them again.',
    zh: '{holder}已就 {number} 号通报的 {count} 个编号报整改，请复查。',
  },
  remindTitle: {
    vi: 'Cảnh báo số {number} của {market}: hạn {due}',
    en: 'Notice {number} of {market}: due {due}',
    zh: '{market}第 {number} 号通报：期限 {due}',
  },
  remindBody: {
    vi: 'Còn mã chưa xử lý xong. Hạn trả lời {market} là {due}.',
    en: 'Some codes are not done. {market} is to be answered by {due}.',
    zh: '尚有编号未处理完毕，答复{market}的期限为 {due}。',
  },
} as const satisfies Record<string, LocalText>

/** The list that goes along with the answer. */
const REPLY_LIST = {
  replyTitle: {
    vi: 'Kết quả xử lý cảnh báo số {number} của {market}',
    en: 'What was done about notice {number} of {market}',
    zh: '{market}第 {number} 号通报处理结果',
  },
  replySheet: { vi: 'Kết quả', en: 'Results', zh: '结果' },
  replyEmpty: {
    vi: 'Chưa có mã nào được kiểm tra lại.',
    en: 'No code was checked again yet.',
    zh: '尚无已复查的编号。',
  },
  codesInList: { vi: 'Số mã', en: 'Codes', zh: '编号数' },
  madeAt: { vi: 'Lập lúc', en: 'Made at', zh: '生成时间' },
} as const satisfies Record<string, LocalText>

export const FOREIGN_COPY = { ...FIELDS, ...SENTENCES, ...MESSAGES, ...REPLY_LIST }
