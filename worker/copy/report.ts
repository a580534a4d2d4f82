import type { ReportReason } from '../domain/reports/report-reasons.ts'
import type { ReportOutcome, ReportState } from '../domain/reports/report-states.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { labels } from './labels.ts'

/** What is reported, as it is asked. */
export const REPORT_REASON_NAMES = {
  fake_label: {
    vi: 'Nghi tem giả, hàng giả',
    en: 'The label or the goods may be fake',
    zh: '怀疑标签或商品是假的',
  },
  not_as_described: {
    vi: 'Hàng không đúng với thông tin trên trang',
    en: 'The goods differ from what the page says',
    zh: '商品与页面信息不符',
  },
  still_sold: {
    vi: 'Hàng bị thu hồi hoặc quá hạn vẫn đang bán',
    en: 'Recalled or expired goods are still on sale',
    zh: '被召回或过期的商品仍在销售',
  },
  spoiled: {
    vi: 'Hàng hư hỏng, có vật lạ, có mùi lạ',
    en: 'The goods are spoiled, smell odd or hold something strange',
    zh: '商品变质、有异物或异味',
  },
  unwell: {
    vi: 'Có người không khỏe sau khi ăn',
    en: 'Somebody felt unwell after eating it',
    zh: '有人食用后身体不适',
  },
  other: { vi: 'Chuyện khác', en: 'Something else', zh: '其他' },
} as const satisfies Record<ReportReason, LocalText>

/** How it stands, as its sender is told. */
export const REPORT_STATE_NAMES = {
  new: {
    vi: 'Đã nhận, đang chờ cán bộ xem',
    en: 'Received, waiting for an officer',
    zh: '已收到，等待工作人员查看',
  },
  in_progress: { vi: 'Đang được xem xét', en: 'Being looked into', zh: '正在处理' },
  closed: { vi: 'Đã xử lý xong', en: 'Closed', zh: '已处理完毕' },
  // Its sender may be a person after all, and learns nothing that helps one who is not.
  set_aside: {
    vi: 'Đã nhận, đang chờ cán bộ xem',
    en: 'Received, waiting for an officer',
    zh: '已收到，等待工作人员查看',
  },
} as const satisfies Record<ReportState, LocalText>

/** What was found. */
export const REPORT_OUTCOME_NAMES = {
  confirmed: {
    vi: 'Có vi phạm hoặc sai sót, đã xử lý',
    en: 'Something was wrong; it was dealt with',
    zh: '情况属实，已处理',
  },
  fraud: {
    vi: 'Có dấu hiệu gian lận, đã lập hồ sơ',
    en: 'Signs of fraud; a case was opened',
    zh: '涉嫌欺诈，已立案',
  },
  unfounded: { vi: 'Không thấy vi phạm', en: 'Nothing wrong was found', zh: '未发现问题' },
  not_enough: {
    vi: 'Chưa đủ thông tin để kết luận',
    en: 'Not enough was known to decide',
    zh: '信息不足，无法认定',
  },
  passed_on: {
    vi: 'Đã chuyển cơ quan có thẩm quyền',
    en: 'Passed on to the body in charge',
    zh: '已移交主管部门',
  },
} as const satisfies Record<ReportOutcome, LocalText>

/** The form of a report and its receipt. */
export const REPORT_COPY = {
  ...labels('optional', 'state', 'sentAt', 'answers'),
  title: { vi: 'Báo vấn đề', en: 'Report a problem', zh: '反馈 / 举报' },
  lead: {
    vi: 'Không cần tài khoản. Báo cáo đến cán bộ phụ trách địa bàn; cơ sở sản xuất được báo nhưng không biết bạn là ai.',
    en: 'No account needed. Your report goes to the officers of the place; the producer is told, but not who you are.',
    zh: '无需账户。您的反馈将送达当地主管人员；生产者会得知情况，但不会知道您是谁。',
  },
  label: { vi: 'Báo về tem này', en: 'About this label', zh: '所涉标签' },
  batch: { vi: 'Báo về lô hàng này', en: 'About this batch', zh: '所涉批次' },
  noLabel: {
    vi: 'Báo cáo này không kèm mã tem. Nếu có tem, hãy chụp ảnh tem gửi kèm.',
    en: 'This report names no label. If there is one, send a photo of it.',
    zh: '本反馈未附标签编码。如有标签，请附上照片。',
  },
  reason: { vi: 'Chuyện gì?', en: 'What is it about?', zh: '什么问题？' },
  details: { vi: 'Kể ngắn gọn', en: 'Tell us briefly', zh: '简要说明' },
  detailsHint: {
    vi: 'Thấy gì, khi nào. Đừng ghi số giấy tờ của người khác.',
    en: 'What you saw, and when. Leave out other people’s identity numbers.',
    zh: '看到了什么、何时。请勿填写他人的证件号码。',
  },
  shop: { vi: 'Nơi bán', en: 'Shop or seller', zh: '销售者' },
  shopHint: {
    vi: 'Tên cửa hàng, quầy, trang bán hàng.',
    en: 'Name of the shop, stall or website.',
    zh: '店铺、摊位或网店名称。',
  },
  address: { vi: 'Ở đâu', en: 'Where', zh: '地点' },
  addressHint: {
    vi: 'Số nhà, đường, chợ, xã hoặc phường.',
    en: 'Street, market, commune or ward.',
    zh: '街道、市场、乡镇或街道办。',
  },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city', zh: '省市' },
  provinceAny: { vi: 'Không rõ', en: 'Not sure', zh: '不清楚' },
  photo: { vi: 'Ảnh tem hoặc hàng', en: 'Photo of the label or goods', zh: '标签或商品照片' },
  photoHint: {
    vi: 'JPG, PNG hoặc WebP, nhiều nhất 10 MB. Nơi và giờ chụp được bỏ khỏi ảnh.',
    en: 'JPG, PNG or WebP, at most 10 MB. Where and when it was taken is removed.',
    zh: 'JPG、PNG 或 WebP，最多 10 MB。拍摄地点和时间会被去除。',
  },
  contact: { vi: 'Cách liên lạc với bạn', en: 'How to reach you', zh: '您的联系方式' },
  contactHint: {
    vi: 'Điện thoại hoặc email, nếu muốn. Chỉ cán bộ xem được, xóa sau 6 tháng.',
    en: 'Telephone or e-mail, if you like. Officers alone see it; deleted after 6 months.',
    zh: '电话或邮箱，可不填。仅主管人员可见，6 个月后删除。',
  },
  choose: { vi: 'Hãy chọn', en: 'Choose', zh: '请选择' },
  trap: { vi: 'Để trống ô này', en: 'Leave this empty', zh: '请勿填写此项' },
  send: { vi: 'Gửi báo cáo', en: 'Send the report', zh: '提交' },
  emergency: {
    vi: 'Có người không khỏe sau khi ăn: gọi cấp cứu 115 trước, giữ lại phần còn lại của hàng.',
    en: 'If somebody is unwell after eating: call 115 first, and keep what is left of the goods.',
    zh: '如有人食用后不适：请先拨打急救电话 115，并保留剩余商品。',
  },
  receiptTitle: {
    vi: 'Đã nhận báo cáo của bạn',
    en: 'Your report was received',
    zh: '已收到您的反馈',
  },
  receiptKeep: {
    vi: 'Giữ địa chỉ trang này để xem trả lời. Ai có địa chỉ này đều xem được trang.',
    en: 'Keep the address of this page to read the answer. Whoever has it can read this page.',
    zh: '请保存本页网址以查看答复。任何拥有该网址的人都能查看本页。',
  },
  about: { vi: 'Về', en: 'About', zh: '关于' },
  outcome: { vi: 'Kết quả', en: 'What was found', zh: '处理结果' },
  noAnswer: { vi: 'Chưa có trả lời.', en: 'No answer yet.', zh: '暂无答复。' },
  answeredBy: { vi: '{authority}, {at}', en: '{authority}, {at}', zh: '{authority}，{at}' },
  authority: { vi: 'Cơ quan trả lời', en: 'Who answers', zh: '答复机构' },
  photoKept: { vi: 'Ảnh đã nhận', en: 'Photo received', zh: '已收到照片' },
  photoLeftOut: {
    vi: 'Tem này đã có nhiều ảnh gửi đến nên ảnh của bạn không được giữ.',
    en: 'Many photos of this label came already, so yours was not kept.',
    zh: '该标签已收到大量照片，您的照片未予保存。',
  },
  another: { vi: 'Gửi báo cáo khác', en: 'Send another report', zh: '再次反馈' },
} as const satisfies Record<string, LocalText>
