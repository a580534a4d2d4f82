import type { LocalText } from '../../lib/text/local-text.ts'

/** What a decision on one code would change, before it is recorded. */
export const DECISION_PREVIEW_COPY = {
  title: { vi: 'Xem trước quyết định', en: 'What this decision does', zh: '决定预览' },
  lead: {
    vi: 'Chưa ghi gì. Hãy xem lại rồi ghi quyết định ở cuối trang.',
    en: 'Nothing is recorded yet. Look it over, then record it at the end of the page.',
    zh: '尚未记录。请核对后在页面底部记录决定。',
  },
  caption: { vi: 'Theo từng thị trường', en: 'Market by market', zh: '各市场情况' },
  today: { vi: 'Hôm nay', en: 'Today', zh: '今日' },
  becomes: { vi: 'Sau quyết định', en: 'After the decision', zh: '决定后' },
  fromOn: { vi: 'từ {on}', en: 'from {on}', zh: '自{on}起' },
  same: { vi: 'không đổi', en: 'stays as it is', zh: '不变' },
  ahead: {
    vi: 'Quyết định có hiệu lực từ {on}. Đến hết ngày trước đó, trạng thái vẫn là “{status}”.',
    en: 'The decision takes effect on {on}. Until the day before, the status stays “{status}”.',
    zh: '该决定自{on}起生效，此前状态仍为“{status}”。',
  },
  recorded: {
    vi: 'Quyết định giống hệt đã có trong sổ; ghi lại sẽ không đổi gì.',
    en: 'The very same decision is on record; recording it again changes nothing.',
    zh: '登记册中已有完全相同的决定，再次记录不会产生变化。',
  },
  reach: { vi: 'Lô hàng và tem', en: 'Batches and labels', zh: '批次与标签' },
  reachNone: {
    vi: 'Chưa có lô hàng nào đóng gói dưới mã này cho thị trường này.',
    en: 'No batch was packed under this code for this market.',
    zh: '尚无以该注册编号为该市场包装的批次。',
  },
  reachText: {
    vi: '{batches} lô hàng với {labels} tem đã in mang mã này cho thị trường này; {later} lô đóng gói từ {on}.',
    en: '{batches} batches with {labels} printed labels carry this code for this market; {later} of them packed on or after {on}.',
    zh: '以该注册编号为该市场包装的批次共{batches}个，已印标签{labels}枚；其中{later}个批次于{on}及以后包装。',
  },
  reachMany: {
    vi: 'Chỉ đếm 1.000 lô đầu tiên của mã này.',
    en: 'Only the first 1,000 batches of this code were counted.',
    zh: '仅统计该注册编号的前 1,000 个批次。',
  },
  letters: { vi: 'Báo cho chủ mã số', en: 'The holder is told', zh: '通知持有人' },
  lettersText: {
    vi: '{holder} được báo trong cổng thông tin và bằng {count} thư.',
    en: '{holder} is told in the portal and by {count} letters.',
    zh: '{holder}将在门户中收到通知，并收到 {count} 封邮件。',
  },
  lettersNone: {
    vi: '{holder} được báo trong cổng thông tin; chưa có địa chỉ thư nào.',
    en: '{holder} is told in the portal; no address for letters is known.',
    zh: '{holder}将在门户中收到通知；未登记邮件地址。',
  },
  wording: { vi: 'Lời công bố', en: 'Public wording', zh: '公布内容' },
  look: { vi: 'Xem trước', en: 'Preview', zh: '预览' },
  lookAgain: { vi: 'Xem trước lại', en: 'Preview again', zh: '重新预览' },
  paperAgain: {
    vi: 'Trình duyệt không giữ tệp khi xem trước: hãy chọn lại tệp rồi ghi.',
    en: 'A browser keeps no file through a preview: choose it again, then record.',
    zh: '预览后浏览器不会保留文件：请重新选择后再记录。',
  },
} as const satisfies Record<string, LocalText>
