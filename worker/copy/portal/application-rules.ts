import type { AskDifference } from '../../domain/applications/market-asks.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What markets ask of an application: its step of the form, its table, what is told of it. */
export const APPLICATION_RULES_COPY = {
  declared: {
    vi: 'Chúng tôi đã biết và thực hiện',
    en: 'We know of this and keep to it',
    zh: '我方已知悉并执行',
  },
  declaredHint: {
    vi: 'Đánh dấu từng quy định. Nguồn của mỗi quy định ở bảng bên dưới.',
    en: 'Tick each rule. Where each comes from stands in the table below.',
    zh: '请逐项勾选。各项规定的来源见下表。',
  },
  title: { vi: 'Quy định của thị trường', en: 'What the markets ask', zh: '市场规定' },
  lead: {
    vi: 'Theo quy định có hiệu lực hôm nay; được kiểm tra lại khi nộp và khi duyệt.',
    en: 'As in force today; checked again when it is handed in and when it is decided.',
    zh: '按今日有效规定；提交和批准时再次核对。',
  },
  rule: { vi: 'Quy định', en: 'Rule', zh: '规定' },
  forWhat: { vi: 'Áp dụng cho', en: 'For', zh: '适用' },
  answer: { vi: 'Hồ sơ này', en: 'This application', zh: '本申请' },
  source: { vi: 'Nguồn', en: 'Source', zh: '来源' },
  doubtful: {
    vi: 'chưa đối chiếu văn bản gốc: chỉ nhắc',
    en: 'not held against the original: a reminder only',
    zh: '未核对原文：仅提示',
  },
  isDeclared: { vi: 'đã khai', en: 'declared', zh: '已声明' },
  notDeclared: { vi: 'chưa khai', en: 'not declared', zh: '未声明' },
  areaMet: { vi: 'đạt', en: 'met', zh: '符合' },
  areaUnknown: { vi: 'chưa khai diện tích', en: 'no area given', zh: '未填面积' },
  areaSmall: { vi: 'mới có {area}', en: '{area} only', zh: '仅 {area}' },
  pair: { vi: '{crop}, {market}', en: '{crop}, {market}', zh: '{crop}，{market}' },
  one: { vi: '{rule} ({pair})', en: '{rule} ({pair})', zh: '{rule}（{pair}）' },
  unmet: {
    vi: 'Chưa đạt quy định của thị trường: {what}.',
    en: 'Not met of what the markets ask: {what}.',
    zh: '未满足市场规定：{what}。',
  },
  maybe: {
    vi: 'Nên xem lại (quy định chưa đối chiếu văn bản gốc): {what}.',
    en: 'Worth a look (rules not held against the original): {what}.',
    zh: '建议复核（规定未核对原文）：{what}。',
  },
  differs: {
    vi: 'Quy định đã đổi từ ngày nộp: {what}.',
    en: 'The rules have changed since it was handed in: {what}.',
    zh: '自提交以来规定有变：{what}。',
  },
  changed: {
    vi: 'Quy định vừa được sửa. Xem lại danh sách rồi đánh dấu lại.',
    en: 'The rules have just been changed. Look at the list again and tick anew.',
    zh: '规定刚刚更新，请重新查看并勾选。',
  },
  andMore: { vi: 'và {count} điều khác', en: 'and {count} more', zh: '另有 {count} 项' },
  waiver: {
    vi: 'Lý do duyệt khi chưa khắc phục xong',
    en: 'Why it is approved though not all is put right',
    zh: '未整改完毕即批准的理由',
  },
  waiverHint: {
    vi: 'Biên bản ghi “Đạt, có điểm phải khắc phục”. Để trống nếu chờ khắc phục hoặc kiểm tra lại; lý do được ghi vào lịch sử.',
    en: 'The check was passed with things to put right. Leave it empty to wait for them or for a second check; what is said here stands in the history.',
    zh: '核查结论为“整改后合格”。等待整改或复查请留空；填写的理由将记入历史。',
  },
  actionsOpen: {
    vi: 'Kiểm tra thực địa: đạt, còn điểm phải khắc phục chưa được xác nhận. Xác nhận khắc phục, hẹn kiểm tra lại, hoặc duyệt kèm lý do.',
    en: 'The field check was passed with things to put right that nobody has accepted yet. Accept them, schedule a second check, or approve with a reason.',
    zh: '现场核查为整改后合格，整改尚未确认。请确认整改、安排复查，或说明理由后批准。',
  },
} as const satisfies Record<string, LocalText>

export const ASK_CHANGE_NAMES = {
  added: { vi: 'thêm', en: 'new', zh: '新增' },
  changed: { vi: 'đổi thành', en: 'now', zh: '改为' },
  dropped: { vi: 'bỏ', en: 'dropped', zh: '取消' },
} as const satisfies Record<AskDifference['change'], LocalText>
