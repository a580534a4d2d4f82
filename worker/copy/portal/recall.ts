import type { LocalText } from '../../lib/text/local-text.ts'

/** Recalls in the portal. */
export const RECALL_COPY = {
  title: { vi: 'Thu hồi', en: 'Recalls', zh: '召回' },
  lead: {
    vi: 'Lô đang bị thu hồi, mới nhất trước. Thu hồi từ trang của lô hàng.',
    en: 'Batches being recalled, newest first. A recall starts from the page of its batch.',
    zh: '正在召回的批次，最新在前。召回从批次页面发起。',
  },
  empty: {
    vi: 'Không có lô nào đang bị thu hồi.',
    en: 'No batch is being recalled.',
    zh: '没有正在召回的批次。',
  },
  formTitle: { vi: 'Thu hồi lô {lot}', en: 'Recall lot {lot}', zh: '召回批号 {lot}' },
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
  documentNo: { vi: 'Số văn bản', en: 'Document number', zh: '文件编号' },
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
  reason: { vi: 'Lý do', en: 'Reason', zh: '原因' },
  since: { vi: 'Từ ngày', en: 'Since', zh: '自' },
} as const satisfies Record<string, LocalText>
