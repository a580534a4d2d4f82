import type { RecallHandling } from '../../domain/recalls/handling.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Recalls in the portal. */
export const RECALL_COPY = {
  ...labels('documentNo', 'reason', 'state', 'phone'),
  title: { vi: 'Thu hồi', en: 'Recalls', zh: '召回' },
  lead: {
    vi: 'Mỗi lần thu hồi: lô nào, ai đã nhận hàng, thu về được bao nhiêu.',
    en: 'Each recall: which batches, who goods went to, how much came back.',
    zh: '每次召回：哪些批次、谁收到货、收回多少。',
  },
  empty: { vi: 'Chưa thu hồi lô nào.', en: 'Nothing was recalled.', zh: '暂无召回。' },
  note: {
    vi: 'Mọi tem của lô báo thu hồi với người quét trong vòng một phút, và lô được đưa lên trang thông báo.',
    en: 'Every label of the batch tells whoever scans it within a minute, and the batch is listed among the notices.',
    zh: '该批次全部标签将在一分钟内提示召回，并列入公告。',
  },
  reasonVi: { vi: 'Lý do (tiếng Việt)', en: 'Reason (Vietnamese)', zh: '原因（越南语）' },
  reasonEn: { vi: 'Lý do (tiếng Anh)', en: 'Reason (English)', zh: '原因（英语）' },
  reasonZh: { vi: 'Lý do (tiếng Trung)', en: 'Reason (Chinese)', zh: '原因（中文）' },
  reasonHint: {
    vi: 'Người mua đọc được đúng như ghi ở đây.',
    en: 'Shoppers read it just as it is written here.',
    zh: '消费者将看到此处原文。',
  },
  otherHint: {
    vi: 'Để trống thì dùng câu tiếng Việt.',
    en: 'Left empty, the Vietnamese text is shown.',
    zh: '留空则显示越南语原文。',
  },
  send: { vi: 'Thu hồi lô hàng', en: 'Recall the batch', zh: '召回批次' },
  withdraw: { vi: 'Rút lệnh thu hồi', en: 'Withdraw the recall', zh: '撤回召回' },
  withdrawTitle: {
    vi: 'Rút lệnh thu hồi lô {lot}',
    en: 'Withdraw the recall of lot {lot}',
    zh: '撤回批号 {lot} 的召回',
  },
  withdrawNote: {
    vi: 'Tem của lô lại dùng được như trước khi thu hồi.',
    en: 'Labels of the batch answer again as before the recall.',
    zh: '该批次标签恢复召回前的状态。',
  },
  since: { vi: 'Từ ngày', en: 'Since', zh: '自' },
  batchesNow: { vi: 'Các lô đang bị thu hồi', en: 'Batches being recalled', zh: '正在召回的批次' },
  batchesLead: {
    vi: 'Tem của các lô này báo thu hồi với người quét, mới nhất trước.',
    en: 'Labels of these batches say that they are recalled, newest first.',
    zh: '以下批次的标签显示召回，最新在前。',
  },
  start: { vi: 'Bắt đầu thu hồi', en: 'Start a recall', zh: '启动召回' },
  findTitle: { vi: 'Thu hồi những lô nào', en: 'Which batches to recall', zh: '召回哪些批次' },
  findNote: {
    vi: 'Tìm trước, xem hết các lô bị ảnh hưởng rồi mới thu hồi. Lô làm từ lô bị ảnh hưởng cũng được tính.',
    en: 'Find first, look at every batch concerned, then recall. Batches made of those concerned are counted in.',
    zh: '请先查找并查看全部受影响批次，再召回。由受影响批次制成的批次也计入。',
  },
  find: { vi: 'Xem các lô bị ảnh hưởng', en: 'Show the batches concerned', zh: '查看受影响批次' },
  by: { vi: 'Tìm theo', en: 'Find by', zh: '查找方式' },
  byBatch: { vi: 'Số lô hoặc mã lô', en: 'Lot number or batch code', zh: '批号或批次码' },
  byProduct: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  byArea: { vi: 'Mã số vùng trồng, cơ sở', en: 'Code of a site', zh: '种植区或包装厂编号' },
  byInput: {
    vi: 'Vật tư đã dùng (thuốc, phân)',
    en: 'Input used (pesticide, fertiliser)',
    zh: '所用投入品（农药、肥料）',
  },
  byPacked: { vi: 'Ngày đóng gói', en: 'Days of packing', zh: '包装日期' },
  what: {
    vi: 'Số lô, tên sản phẩm, mã số hoặc tên vật tư',
    en: 'Lot, product, code or name of the input',
    zh: '批号、产品、编号或投入品名称',
  },
  whatHint: {
    vi: 'Tìm theo ngày thì để trống.',
    en: 'Left empty where days alone count.',
    zh: '仅按日期查找可留空。',
  },
  fromOn: { vi: 'Đóng gói từ ngày', en: 'Packed from', zh: '包装日期自' },
  toOn: { vi: 'Đến ngày', en: 'To', zh: '截止日期' },
  noneFound: {
    vi: 'Không có lô nào khớp. Hãy kiểm tra lại.',
    en: 'No batch matches. Look again at what is asked for.',
    zh: '没有匹配的批次，请核对。',
  },
  tooMany: {
    vi: 'Hơn 200 lô bị ảnh hưởng. Hãy thu hẹp, ví dụ theo ngày đóng gói, và thu hồi từng phần.',
    en: 'More than 200 batches are concerned. Narrow it, by days of packing for example, and recall in parts.',
    zh: '受影响批次超过 200 个。请缩小范围（如按包装日期），分次召回。',
  },
  whatMissing: { vi: 'Hãy ghi cần tìm gì.', en: 'Say what to look for.', zh: '请填写查找内容。' },
  daysMissing: {
    vi: 'Hãy ghi ít nhất một ngày.',
    en: 'Give one of the days at least.',
    zh: '请至少填写一个日期。',
  },
  changedSince: {
    vi: 'Danh sách lô bị ảnh hưởng đã thay đổi. Hãy xem lại rồi thu hồi.',
    en: 'The batches concerned have changed since. Look at them again, then recall.',
    zh: '受影响批次已变化，请重新查看后再召回。',
  },
  affectedCount: { vi: 'Số lô bị ảnh hưởng', en: 'Batches concerned', zh: '受影响批次数' },
  receiverCount: { vi: 'Số nơi đã nhận hàng', en: 'Receivers', zh: '收货方数' },
  affected: {
    vi: 'Các lô bị ảnh hưởng ({n})',
    en: 'Batches concerned ({n})',
    zh: '受影响批次（{n}）',
  },
  share: { vi: 'Tỷ lệ từ lô gốc', en: 'Share of the source', zh: '来源占比' },
  already: { vi: 'đã thu hồi', en: 'recalled already', zh: '已召回' },
  receivers: { vi: 'Nơi đã nhận hàng ({n})', en: 'Who goods went to ({n})', zh: '收货方（{n}）' },
  receiversEmpty: {
    vi: 'Chưa ghi bán cho ai. Ghi nơi nhận hàng ở trang của từng lô.',
    en: 'Nobody is noted. The page of each batch takes down who goods went to.',
    zh: '未登记收货方。可在各批次页面登记。',
  },
  buyer: { vi: 'Nơi nhận hàng', en: 'Receiver', zh: '收货方' },
  told: { vi: 'Đã bắt đầu thu hồi', en: 'A recall has begun', zh: '召回已启动' },
  reportFile: {
    vi: 'Tải báo cáo thu hồi (PDF)',
    en: 'Download the report of the recall (PDF)',
    zh: '下载召回报告（PDF）',
  },
  reportTitle: { vi: 'Báo cáo thu hồi sản phẩm', en: 'Report of a recall', zh: '召回报告' },
  batchesRecalled: { vi: 'Các lô bị thu hồi', en: 'Batches recalled', zh: '召回批次' },
  receiversReached: { vi: 'Nơi đã nhận hàng', en: 'Receivers of the goods', zh: '收货方' },
  lotColumn: { vi: 'Số lô', en: 'Lot number', zh: '批号' },
  officeTold: {
    vi: '{producer} thu hồi hàng',
    en: '{producer} recalls goods',
    zh: '{producer} 召回商品',
  },
  officeBody: {
    vi: 'Số lô bị thu hồi: {batches}. Lý do: {reason}. Cơ sở phải báo cáo cơ quan chậm nhất ngày {day}.',
    en: 'Batches recalled: {batches}. Reason: {reason}. The producer must report by {day}.',
    zh: '召回批次数：{batches}。原因：{reason}。生产单位最迟须于 {day} 报告。',
  },
  toldBody: {
    vi: 'Số lô bị thu hồi: {batches}. Báo cáo cơ quan quản lý chậm nhất ngày {day}.',
    en: 'Batches recalled: {batches}. Report to the authority by {day}.',
    zh: '召回批次数：{batches}。最迟于 {day} 向主管部门报告。',
  },
  started: {
    vi: 'Đã thu hồi. Tem báo thu hồi trong vòng một phút; nơi nhận hàng có thư điện tử đã được gửi thư.',
    en: 'Recalled. Labels say so within a minute; receivers with an e-mail address are written to.',
    zh: '已召回。标签将在一分钟内显示；有邮箱的收货方已发函。',
  },
  answered: { vi: 'Đã ghi câu trả lời.', en: 'The answer is noted.', zh: '已记录答复。' },
  reportedNow: { vi: 'Đã ghi là báo cáo rồi.', en: 'Noted as reported.', zh: '已记为已报告。' },
  closedNow: { vi: 'Đã kết thúc thu hồi.', en: 'The recall is closed.', zh: '召回已结束。' },
  isClosed: {
    vi: 'Lần thu hồi này đã kết thúc.',
    en: 'This recall is closed.',
    zh: '该召回已结束。',
  },
  moreThanSold: { vi: 'Nhiều hơn số đã bán.', en: 'More than was sold.', zh: '超过已售数量。' },
  startedAt: { vi: 'Bắt đầu lúc', en: 'Begun at', zh: '开始时间' },
  labelsBy: {
    vi: 'Hạn dừng bán (24 giờ)',
    en: 'Sale stopped by (24 hours)',
    zh: '停售期限（24 小时）',
  },
  reportBy: {
    vi: 'Hạn báo cáo (3 ngày làm việc)',
    en: 'Report due (3 working days)',
    zh: '报告期限（3 个工作日）',
  },
  reported: { vi: 'Đã báo cáo', en: 'Reported', zh: '已报告' },
  report: { vi: 'Ghi là đã báo cáo', en: 'Mark as reported', zh: '标记为已报告' },
  reportLate: { vi: 'Đã quá hạn báo cáo.', en: 'The report is overdue.', zh: '报告已逾期。' },
  confirmedOf: { vi: 'Nơi nhận hàng đã trả lời', en: 'Receivers who answered', zh: '已答复收货方' },
  returnedOf: { vi: 'Đã thu về', en: 'Returned', zh: '已收回' },
  returnedText: {
    vi: '{returned} kg / {sold} kg ({share} %)',
    en: '{returned} kg of {sold} kg ({share} %)',
    zh: '{returned} / {sold} 千克（{share}%）',
  },
  found: { vi: 'Còn tồn (kg)', en: 'Still there (kg)', zh: '库存（千克）' },
  returned: { vi: 'Trả lại (kg)', en: 'Sent back (kg)', zh: '退回（千克）' },
  answeredAt: { vi: 'Trả lời', en: 'Answered', zh: '答复' },
  notYet: { vi: 'chưa', en: 'not yet', zh: '尚未' },
  byPhone: { vi: 'cơ sở ghi lại', en: 'noted by the producer', zh: '由生产者记录' },
  letter: { vi: 'Gửi thư', en: 'Letter', zh: '发函' },
  noAddress: {
    vi: 'không có thư điện tử; hãy gọi điện',
    en: 'no e-mail address; call them',
    zh: '无邮箱，请电话联系',
  },
  noteAnswer: { vi: 'Ghi câu trả lời', en: 'Note an answer', zh: '记录答复' },
  comment: { vi: 'Ghi chú', en: 'Comment', zh: '备注' },
  close: { vi: 'Kết thúc thu hồi', en: 'Close the recall', zh: '结束召回' },
  handling: {
    vi: 'Hàng thu về xử lý thế nào',
    en: 'What becomes of the goods',
    zh: '收回货物的处理方式',
  },
  closingNote: { vi: 'Kết luận', en: 'Conclusion', zh: '结论' },
  goesOn: { vi: 'đang thu hồi', en: 'going on', zh: '进行中' },
  ended: { vi: 'đã kết thúc', en: 'closed', zh: '已结束' },
  sales: { vi: 'Đã bán cho ai', en: 'Who goods went to', zh: '销售去向' },
  salesText: {
    vi: 'Không công khai. Khi thu hồi, những nơi này được báo ngay.',
    en: 'Never public. In a recall they are told at once.',
    zh: '不公开。召回时将立即通知。',
  },
  salesEmpty: { vi: 'Chưa ghi nơi nhận hàng.', en: 'Nobody noted yet.', zh: '尚未登记收货方。' },
  addSale: { vi: 'Ghi nơi nhận hàng', en: 'Note a receiver', zh: '登记收货方' },
  editSale: { vi: 'Sửa nơi nhận hàng', en: 'Change a receiver', zh: '修改收货方' },
  saleNoun: { vi: 'nơi nhận hàng này', en: 'receiver', zh: '该收货方' },
  email: { vi: 'Thư điện tử', en: 'E-mail', zh: '电子邮箱' },
  quantityKg: { vi: 'Số kg', en: 'Kilograms', zh: '千克数' },
  soldOn: { vi: 'Ngày giao', en: 'Delivered on', zh: '交货日期' },
  paperNo: { vi: 'Số hóa đơn, phiếu giao', en: 'Invoice or delivery note', zh: '发票或送货单号' },
  emailOdd: {
    vi: 'Thư điện tử chưa đúng.',
    en: 'That is no e-mail address.',
    zh: '邮箱格式不正确。',
  },
  answerTitle: {
    vi: 'Thu hồi hàng bạn đã nhận',
    en: 'Recall of goods you received',
    zh: '召回您收到的货物',
  },
  answerLead: {
    vi: '{producer} đang thu hồi {product}, lô {lot}, giao ngày {day}: {kg} kg. Hãy dừng bán, để riêng, và cho biết còn bao nhiêu.',
    en: '{producer} is recalling {product}, lot {lot}, delivered on {day}: {kg} kg. Stop selling, keep it apart, and say how much is left.',
    zh: '{producer} 正在召回 {product}，批号 {lot}，交货日期 {day}：{kg} 千克。请停止销售、单独存放，并告知剩余数量。',
  },
  answerSend: { vi: 'Gửi câu trả lời', en: 'Send the answer', zh: '提交答复' },
  answerThanks: {
    vi: 'Đã ghi câu trả lời, cảm ơn. Có thay đổi thì gửi lại ở đây.',
    en: 'Your answer is noted, thank you. Where anything changes, send it again here.',
    zh: '已记录您的答复，谢谢。如有变化请再次提交。',
  },
} as const satisfies Record<string, LocalText>

/** What becomes of goods that were recalled. */
export const RECALL_HANDLING_NAMES = {
  fixed: { vi: 'Khắc phục lỗi', en: 'Mended', zh: '整改' },
  repurposed: { vi: 'Chuyển mục đích sử dụng', en: 'Put to another use', zh: '改变用途' },
  returned: { vi: 'Tái xuất, trả lại', en: 'Sent back', zh: '退运' },
  destroyed: { vi: 'Tiêu hủy', en: 'Destroyed', zh: '销毁' },
} as const satisfies Record<RecallHandling, LocalText>

/** The letter to somebody goods of a recall went to, in Vietnamese. */
export const RECALL_LETTER = {
  subject: 'Thu hồi hàng: lô {lot}',
  body: `Kính gửi {buyer},

{producer} đang thu hồi {product}, lô {lot}, đã giao cho quý vị ngày {soldOn}.
Lý do: {reason}

Xin dừng bán ngay, để riêng hàng, và trả lời tại đây (không cần tài khoản):
{link}
`,
} as const
