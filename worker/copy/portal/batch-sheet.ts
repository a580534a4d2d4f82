import type { LocalText } from '../../lib/text/local-text.ts'

/** The one-page paper of a batch, to go with the goods. */
export const BATCH_SHEET_COPY = {
  link: {
    vi: 'In giấy thông tin lô (A4)',
    en: 'Print a sheet of the batch (A4)',
    zh: '打印批次信息单（A4）',
  },
  title: { vi: 'Giấy thông tin lô hàng', en: 'Batch information sheet', zh: '批次信息单' },
  toBatch: { vi: 'Về trang của lô', en: 'Back to the batch', zh: '返回批次页面' },
  lot: { vi: 'Số lô: {lot}', en: 'Lot {lot}', zh: '批号：{lot}' },
  product: { vi: 'Sản phẩm', en: 'Product', zh: '产品' },
  markets: { vi: 'Thị trường tiêu thụ', en: 'Destination markets', zh: '目标市场' },
  certificates: {
    vi: 'Chứng nhận đã xác nhận',
    en: 'Certificates confirmed',
    zh: '已确认的认证',
  },
  noCertificates: { vi: 'không có', en: 'none', zh: '无' },
  confirmedBy: {
    vi: '{certificate} ({who})',
    en: '{certificate} ({who})',
    zh: '{certificate}（{who}）',
  },
  andMore: {
    vi: 'và {count} chứng nhận khác, xem khi quét mã QR',
    en: 'and {count} more, shown when the QR code is scanned',
    zh: '另有 {count} 项，扫描二维码查看',
  },
  authority: {
    vi: 'Cơ quan vận hành hệ thống',
    en: 'Authority that runs the system',
    zh: '系统主管机关',
  },
  codes: {
    vi: 'Trạng thái mã số vùng trồng, cơ sở đóng gói vào ngày in, {date}',
    en: 'Status of its codes on the day of printing, {date}',
    zh: '打印当日（{date}）种植区与包装厂编号状态',
  },
  noCodes: {
    vi: 'Lô này không gắn mã số nào.',
    en: 'This batch has no codes.',
    zh: '该批次无编号。',
  },
  moreCodes: {
    vi: 'và {count} mã số khác, xem khi quét mã QR',
    en: 'and {count} more codes, shown when the QR code is scanned',
    zh: '另有{count}个编号，扫描二维码查看',
  },
  growingArea: { vi: '{code} (vùng trồng)', en: '{code} (growing area)', zh: '{code}（种植区）' },
  packingHouse: {
    vi: '{code} (cơ sở đóng gói)',
    en: '{code} (packing house)',
    zh: '{code}（包装厂）',
  },
  scan: {
    vi: 'Quét mã QR để xem lô hàng hôm nay. Những gì in ở đây do cơ sở khai và chỉ đúng vào ngày in; tờ giấy này không chứng minh tem trên hàng là thật.',
    en: 'Scan the QR code to see the batch today. What is printed here is declared by the producer and holds for the day of printing; this paper does not prove that labels on goods are genuine.',
    zh: '扫描二维码查看该批次今日信息。本单内容由生产者申报，仅为打印当日情况；本单不能证明货物上的标签为真。',
  },
  printed: { vi: 'Ngày lập {date}.', en: 'Issued on {date}.', zh: '出具日期：{date}。' },
  signer: { vi: 'ĐẠI DIỆN CƠ SỞ', en: 'For the producer', zh: '生产者代表' },
  notSealed: {
    vi: 'Lô chưa in tem nên chưa có trang công khai để mã QR dẫn tới. Hãy in tem trước.',
    en: 'The batch has no labels yet, so there is no public page for the QR code to lead to. Print labels first.',
    zh: '该批次尚未打印标签，二维码无公开页面可指向。请先打印标签。',
  },
  stopped: {
    vi: 'Lô đang bị thu hồi hoặc đã hủy nên không in giấy.',
    en: 'The batch is being recalled or was annulled, so no sheet is printed.',
    zh: '该批次正在召回或已作废，不能打印。',
  },
} as const satisfies Record<string, LocalText>
