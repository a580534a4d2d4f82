import type { CheckState, RecordOutcome } from '../../domain/pre-shipment/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { fillAll } from '../fill.ts'
import { labels } from '../labels.ts'

export const CHECK_STATE_NAMES = {
  failed: { vi: 'không đạt', en: 'not passed', zh: '不合格' },
  missing: { vi: 'chưa có', en: 'missing', zh: '缺失' },
  expired: { vi: 'quá hạn', en: 'too old', zh: '已过期' },
  undecided: { vi: 'chưa kết luận được', en: 'undecided', zh: '无法判定' },
  waiting: { vi: 'chờ cán bộ xác nhận', en: 'waits for an officer', zh: '待官员确认' },
  passed: { vi: 'đạt', en: 'passed', zh: '合格' },
} as const satisfies Record<CheckState, LocalText>

export const RECORD_OUTCOME_NAMES = {
  passed: { vi: 'đạt', en: 'passed', zh: '合格' },
  failed: { vi: 'không đạt', en: 'not passed', zh: '不合格' },
} as const satisfies Record<RecordOutcome, LocalText>

/** The checks that markets ask of a batch before it is released. */
export const CHECK_COPY = {
  ...labels('save', 'reason', 'documentNo'),
  title: { vi: 'Kiểm tra trước khi xuất', en: 'Checks before shipment', zh: '出货前检查' },
  lead: {
    vi: 'Thị trường yêu cầu theo ngày đóng gói. Thiếu mục bắt buộc thì chưa in tem được; mục “chưa kiểm chứng” chỉ để nhắc.',
    en: 'What the markets ask on the packing day. Without a check that is asked for no labels are made; those “not verified” are only reminders.',
    zh: '按包装日期计算的市场要求。缺少必检项目不能发行标签；“未核实”的仅作提醒。',
  },
  released: {
    vi: 'Như khi in tem lần đầu. Quy định ban hành sau không làm thay đổi lô này.',
    en: 'As they stood when labels were first made. Later rules change nothing of this batch.',
    zh: '为首次发行标签时的情况。之后的规定不影响本批次。',
  },
  check: { vi: 'Mục kiểm tra', en: 'Check', zh: '检查项目' },
  asked: { vi: 'Yêu cầu', en: 'Asked', zh: '要求' },
  proof: { vi: 'Minh chứng', en: 'Proof', zh: '证明' },
  state: { vi: 'Kết quả', en: 'Result', zh: '结果' },
  allowed: {
    vi: '{by} cho xuất ngày {on}: {reason}',
    en: '{by} let it go out on {on}: {reason}',
    zh: '{by} 于 {on} 准许出货：{reason}',
  },
  onlyTold: {
    vi: 'chưa kiểm chứng, chỉ nhắc',
    en: 'not verified, a reminder',
    zh: '未核实，仅提醒',
  },
  addTest: { vi: 'Thêm phiếu kiểm nghiệm', en: 'Add a test', zh: '添加检测报告' },
  addRecord: { vi: 'Ghi đã thực hiện', en: 'Record it', zh: '登记完成情况' },
  askSample: {
    vi: 'Gửi mẫu của lô đi kiểm nghiệm, hoặc đề nghị cán bộ lấy mẫu.',
    en: 'Have the batch tested, or ask an officer for a sample.',
    zh: '送检本批次，或请官员采样。',
  },
  askInspection: {
    vi: 'Đề nghị cán bộ đến kiểm tra và lập biên bản.',
    en: 'Ask for an inspection with minutes.',
    zh: '请官员到场检查并出具记录。',
  },
  open: {
    vi: 'Chưa in tem được, còn thiếu: {list}.',
    en: 'No labels can be made yet. Still open: {list}.',
    zh: '暂不能发行标签，尚缺：{list}。',
  },
  recordTitle: { vi: 'Ghi kết quả kiểm tra', en: 'Record a check', zh: '登记检查结果' },
  recordNote: {
    vi: 'Ghi đúng như sổ của cơ sở; lần ghi sau thay lần trước và tên người ghi được lưu lại.',
    en: 'As your own records have it. What is written later counts; who wrote it is kept.',
    zh: '请按本单位台账填写；以最后一次填写为准，并保留填写人。',
  },
  outcome: { vi: 'Kết quả', en: 'Result', zh: '结果' },
  doneOn: { vi: 'Ngày thực hiện', en: 'Done on', zh: '执行日期' },
  doneBy: { vi: 'Người hoặc đơn vị thực hiện', en: 'Done by', zh: '执行人或单位' },
  place: { vi: 'Nơi thực hiện', en: 'Where', zh: '执行地点' },
  paperNo: { vi: 'Số giấy tờ', en: 'Document number', zh: '文件编号' },
  recorded: { vi: 'Đã ghi.', en: 'Recorded.', zh: '已登记。' },
  ask: { vi: 'Xin ngoại lệ', en: 'Ask for an exception', zh: '申请例外' },
  askTitle: {
    vi: 'Xin cho lô {lot} xuất dù thiếu kiểm tra',
    en: 'Ask to let batch {lot} go out without a check',
    zh: '申请批次 {lot} 缺少检查仍准许出货',
  },
  askNote: {
    vi: 'Cán bộ địa bàn nơi trồng nhận được tin và quyết định. Trong lúc chờ vẫn chưa in tem được. Mỗi lô xin được một lần mỗi ngày.',
    en: 'The officers of the place where it was grown are told and decide. Until then no labels are made. Once a day for each batch.',
    zh: '产地主管人员会收到通知并作出决定。在此之前不能发行标签。每个批次每天可申请一次。',
  },
  askHint: {
    vi: 'Vì sao chưa có, và khi nào có.',
    en: 'Why it is not there, and when it will be.',
    zh: '为何尚缺，何时可补。',
  },
  askSave: { vi: 'Gửi cho cán bộ', en: 'Send to the officer', zh: '发送给主管人员' },
  askedNow: {
    vi: 'Đã gửi. Cán bộ quyết định xong, đơn vị nhận được tin.',
    en: 'Sent. You are told once the officer has decided.',
    zh: '已发送。主管人员决定后会通知贵单位。',
  },
  askedOn: {
    vi: 'Đã xin ngoại lệ lúc {at} ({by}): {reason}',
    en: 'An exception was asked for at {at} ({by}): {reason}',
    zh: '已于 {at} 申请例外（{by}）：{reason}',
  },
  allow: { vi: 'Cho xuất ngoại lệ', en: 'Let it go out', zh: '例外放行' },
  allowTitle: {
    vi: 'Cho lô {lot} xuất dù thiếu kiểm tra',
    en: 'Let batch {lot} go out without a check',
    zh: '批次 {lot} 缺少检查仍准许出货',
  },
  allowNote: {
    vi: 'Chỉ cho mục và khối lượng đang thấy. Nếu sau đó kết quả xấu hơn thì ngoại lệ không còn giá trị. Tên cơ quan và lý do được lưu và hiện ở trang lô.',
    en: 'For this check and weight as they stand; where it turns out worse, it holds no more. Authority and reason are kept and shown with the batch.',
    zh: '仅限当前检查项目和重量；结果变差时例外失效。机关名称和理由将保存并显示在批次页面。',
  },
  allowSave: { vi: 'Ghi quyết định', en: 'Record the decision', zh: '记录决定' },
  allowedNow: {
    vi: 'Đã ghi quyết định và báo cho tổ chức đóng gói.',
    en: 'The decision is recorded and the packer was told.',
    zh: '决定已记录，并已通知包装组织。',
  },
} as const satisfies Record<string, LocalText>

/** Why a check is not recorded, let through, or holds labels back. */
export const CHECK_REFUSALS = {
  open: {
    vi: 'Lô {ref} chưa in tem được vì thiếu kiểm tra trước khi xuất: {list}. Hãy bổ sung ở trang lô hàng.',
    en: 'Batch {ref} lacks checks before shipment: {list}. They are supplied on the page of the batch.',
    zh: '批次 {ref} 缺少出货前检查：{list}。请在批次页面补充。',
  },
  one: {
    vi: '{check} ({market}): {state}. Căn cứ: {source}.',
    en: '{check} ({market}): {state}. Source: {source}.',
    zh: '{check}（{market}）：{state}。依据：{source}。',
  },
  told: {
    vi: 'Nhắc: {check} ({market}) {state}; quy định này chưa kiểm chứng. Căn cứ: {source}.',
    en: 'Reminder: {check} ({market}) {state}; the rule is not verified. Source: {source}.',
    zh: '提醒：{check}（{market}）{state}；该规定未核实。依据：{source}。',
  },
  notAsked: {
    vi: 'Lô này không có mục kiểm tra đó.',
    en: 'That check is not asked of this batch.',
    zh: '本批次没有该检查项目。',
  },
  notByRecord: {
    vi: 'Mục này phải có phiếu kiểm nghiệm hoặc biên bản, không tự ghi được.',
    en: 'This one needs a report or minutes; it cannot be recorded by oneself.',
    zh: '该项目须有检测报告或检查记录，不能自行登记。',
  },
  nothingOpen: {
    vi: 'Mục này không chặn in tem nên không cần ngoại lệ.',
    en: 'This one holds nothing back, so there is nothing to let through.',
    zh: '该项目未限制发行标签，无需例外。',
  },
  askedLately: {
    vi: 'Hôm nay đã xin ngoại lệ cho lô này. Hãy chờ cán bộ trả lời.',
    en: 'An exception was asked for within a day. Wait for the officer’s answer.',
    zh: '一天内已申请过例外，请等待主管人员答复。',
  },
  nobodyAnswers: {
    vi: 'Chưa có cán bộ nào phụ trách nơi trồng của lô này. Hãy liên hệ cơ quan quản lý.',
    en: 'No officer answers for the place of this batch yet. Contact the authority.',
    zh: '该批次产地尚无主管人员，请联系主管机关。',
  },
  before: {
    vi: 'Ngày này trước vụ của lô hàng.',
    en: 'This day lies before the season of the batch.',
    zh: '该日期早于本批次的生产季。',
  },
  ahead: {
    vi: 'Ngày này chưa tới.',
    en: 'That day is still to come.',
    zh: '该日期尚未到来。',
  },
} as const satisfies Record<string, LocalText>

/** Tells a packer that a batch may go out although a check is not there. */
export function checkAllowed(about: {
  readonly ref: string
  readonly check: LocalText
  readonly reason: string
}): { readonly title: LocalText; readonly body: LocalText } {
  return { title: fillAll(ALLOWED.title, about), body: fillAll(ALLOWED.body, about) }
}

/** Tells officers that a packer asks for an exception. */
export function exceptionAsked(about: {
  readonly ref: string
  readonly packer: string
  readonly check: LocalText
  readonly state: LocalText
  readonly reason: string
}): { readonly title: LocalText; readonly body: LocalText } {
  return { title: fillAll(ASKED.title, about), body: fillAll(ASKED.body, about) }
}

const ASKED = {
  title: {
    vi: 'Lô {ref} xin xuất ngoại lệ',
    en: 'An exception is asked for batch {ref}',
    zh: '批次 {ref} 申请例外出货',
  },
  body: {
    vi: '{packer} xin cho in tem dù mục “{check}” {state}. Lý do: {reason}',
    en: '{packer} asks for labels although “{check}” is {state}. Reason: {reason}',
    zh: '{packer} 因“{check}”{state}申请准许发行标签。理由：{reason}',
  },
} as const

const ALLOWED = {
  title: {
    vi: 'Lô {ref} được xuất ngoại lệ',
    en: 'Batch {ref} may go out',
    zh: '批次 {ref} 获准例外出货',
  },
  body: {
    vi: 'Cán bộ cho in tem dù mục “{check}” chưa đạt. Lý do: {reason}',
    en: 'An officer lets labels be made although “{check}” is not passed. Reason: {reason}',
    zh: '“{check}”未合格，官员准许发行标签。理由：{reason}',
  },
} as const
