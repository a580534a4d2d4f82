import type { ReportDoubt } from '../../domain/reports/judge-report.ts'
import type { ReportState } from '../../domain/reports/report-states.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** The states of the queue, as officers read them. */
export const REPORT_QUEUE_NAMES = {
  new: { vi: 'Mới', en: 'New', zh: '新' },
  in_progress: { vi: 'Đang xử lý', en: 'Being looked into', zh: '处理中' },
  closed: { vi: 'Đã xong', en: 'Closed', zh: '已完成' },
  set_aside: { vi: 'Nghi do máy gửi', en: 'Looks automatic', zh: '疑似机器提交' },
} as const satisfies Record<ReportState, LocalText>

/** Why a report may not be a person's. */
export const REPORT_DOUBT_NAMES = {
  trap: { vi: 'điền ô ẩn', en: 'filled a hidden field', zh: '填写了隐藏项' },
  no_form: { vi: 'không mở biểu mẫu', en: 'did not open the form', zh: '未打开表单' },
  quick: { vi: 'gửi trong vài giây', en: 'sent within seconds', zh: '数秒内提交' },
  old_form: { vi: 'biểu mẫu cũ', en: 'an old form', zh: '表单过旧' },
  links: { vi: 'nhiều liên kết', en: 'many links', zh: '链接过多' },
} as const satisfies Record<ReportDoubt, LocalText>

/** The queue of reports in the portal. */
export const REPORTS_COPY = {
  ...labels('sentAt', 'address', 'province', 'producer', 'state'),
  title: { vi: 'Báo cáo của người mua', en: 'Reports from shoppers', zh: '消费者反馈' },
  lead: {
    vi: 'Vấn đề về hàng và tem do người mua báo. Các báo cáo cùng tem, cùng chuyện gộp thành một dòng.',
    en: 'Problems with goods and labels that shoppers reported. Those of one label and one kind stand on one line.',
    zh: '消费者反馈的商品和标签问题。同一标签的同类反馈合并为一行。',
  },
  empty: { vi: 'Không có báo cáo nào.', en: 'There are no reports.', zh: '没有反馈。' },
  reason: { vi: 'Chuyện', en: 'What', zh: '问题' },
  about: { vi: 'Về hàng', en: 'Goods', zh: '商品' },
  where: { vi: 'Nơi bán', en: 'Where', zh: '销售地点' },
  count: { vi: 'Số báo cáo', en: 'Reports', zh: '反馈数' },
  unknownGoods: { vi: 'Chưa rõ hàng của ai', en: 'Goods not known', zh: '商品来源不明' },
  details: { vi: 'Nội dung', en: 'What was told', zh: '内容' },
  shop: { vi: 'Nơi bán', en: 'Shop', zh: '销售者' },
  contact: { vi: 'Liên lạc người báo', en: 'How to reach the sender', zh: '反馈人联系方式' },
  contactNote: {
    vi: 'Cách liên lạc người báo chỉ dùng để hỏi thêm về báo cáo này, không chuyển cho cơ sở; tự xóa sau 6 tháng.',
    en: 'How to reach the sender is only to ask about this report; never handed to the producer. Deleted after 6 months.',
    zh: '反馈人联系方式仅用于询问本反馈，不得转交生产者。6 个月后自动删除。',
  },
  label: { vi: 'Tem được báo', en: 'Label', zh: '标签' },
  verdict: { vi: 'Kết luận lúc báo', en: 'Verdict then', zh: '提交时的结论' },
  batch: { vi: 'Lô hàng', en: 'Batch', zh: '批次' },
  outcome: { vi: 'Kết quả', en: 'What was found', zh: '处理结果' },
  doubts: { vi: 'Dấu hiệu', en: 'Signs', zh: '迹象' },
  photo: { vi: 'Ảnh gửi kèm', en: 'Photo', zh: '所附照片' },
  openPhoto: { vi: 'Xem ảnh lớn', en: 'Open the photo', zh: '查看大图' },
  answers: { vi: 'Đã trả lời', en: 'Answers', zh: '已答复' },
  noAnswers: { vi: 'Chưa trả lời.', en: 'No answer yet.', zh: '尚未答复。' },
  answeredAt: { vi: 'Lúc', en: 'When', zh: '时间' },
  answer: { vi: 'Trả lời', en: 'Answer', zh: '答复' },
  answerTitle: { vi: 'Trả lời người báo', en: 'Answer the senders', zh: '答复反馈人' },
  answerNote: {
    vi: 'Người báo, và những người báo cùng chuyện, đọc bằng địa chỉ biên nhận của họ.',
    en: 'Whoever reported this, and the same, reads it by their receipt.',
    zh: '反馈人及反馈同一问题的人可凭回执查看。',
  },
  answerText: { vi: 'Trả lời', en: 'Answer', zh: '答复内容' },
  close: { vi: 'Kết thúc', en: 'Close', zh: '结束' },
  closeTitle: { vi: 'Kết thúc báo cáo', en: 'Close the report', zh: '结束反馈' },
  takeUp: { vi: 'Nhận xử lý', en: 'Take it up', zh: '受理' },
  join: { vi: 'Gộp vào báo cáo khác', en: 'Join to another', zh: '并入其他反馈' },
  joinTo: { vi: 'Gộp vào', en: 'Join to', zh: '并入' },
  joinNote: {
    vi: 'Báo cáo này, cùng những báo cáo đã gộp vào nó, được trả lời chung với báo cáo được chọn.',
    en: 'This report and those joined to it are answered together with the one chosen.',
    zh: '本反馈及已并入的反馈将与所选反馈一并答复。',
  },
  noOthers: {
    vi: 'Chưa có báo cáo nào khác đang mở.',
    en: 'No other report is open.',
    zh: '没有其他未处理的反馈。',
  },
  passOn: { vi: 'Chuyển tỉnh khác', en: 'Pass on', zh: '移交其他省市' },
  passOnNote: {
    vi: 'Cán bộ tỉnh được chọn sẽ xử lý; bạn có thể không còn thấy báo cáo này.',
    en: 'The officers of that province deal with it; you may no longer see it.',
    zh: '由所选省市的人员处理；您可能无法再看到本反馈。',
  },
  joined: { vi: 'Báo cáo cùng chuyện', en: 'Reports of the same', zh: '同类反馈' },
  joinedNone: { vi: 'Chưa có.', en: 'None yet.', zh: '暂无。' },
  isJoined: {
    vi: 'Báo cáo này đã gộp vào một báo cáo khác và được trả lời ở đó.',
    en: 'This report was joined to another and is answered there.',
    zh: '本反馈已并入另一条反馈，将在那里统一答复。',
  },
  openFirst: { vi: 'Mở báo cáo chung', en: 'Open that one', zh: '打开该反馈' },
  setAsideNote: {
    vi: 'Báo cáo này có dấu hiệu do máy gửi nên không báo tin cho ai. Nếu là người gửi thật, hãy nhận xử lý.',
    en: 'This looks as if a program sent it, so nobody was told. Take it up if a person did.',
    zh: '该反馈疑似由程序提交，未通知任何人。如确为真人反馈，请受理。',
  },
  doneTaken: { vi: 'Đã nhận xử lý.', en: 'Taken up.', zh: '已受理。' },
  doneAnswered: { vi: 'Đã gửi trả lời.', en: 'The answer was sent.', zh: '已发送答复。' },
  doneClosed: { vi: 'Đã kết thúc.', en: 'Closed.', zh: '已结束。' },
  doneJoined: { vi: 'Đã gộp.', en: 'Joined.', zh: '已合并。' },
  donePassed: { vi: 'Đã chuyển.', en: 'Passed on.', zh: '已移交。' },
} as const satisfies Record<string, LocalText>
