import type { LocalText } from '../../lib/text/local-text.ts'

/** Links by which buyers read about a batch: their list, their form. */
export const SHARE_COPY = {
  title: { vi: 'Liên kết cho khách mua', en: 'Links for buyers', zh: '买方链接' },
  lead: {
    vi: 'Ai có liên kết đều xem được những gì bạn chọn về lô {lot}, không cần tài khoản, cho tới ngày hết hạn hoặc khi bạn rút lại.',
    en: 'Whoever has a link reads what you chose about lot {lot}, without an account, until it ends or you withdraw it.',
    zh: '持有链接者无需账户即可查看您为批号 {lot} 选定的内容，直至到期或您撤回。',
  },
  empty: {
    vi: 'Chưa gửi liên kết nào.',
    en: 'No links yet.',
    zh: '暂无链接。',
  },
  add: { vi: 'Tạo liên kết', en: 'Make a link', zh: '生成链接' },
  formTitle: {
    vi: 'Liên kết về lô {lot}',
    en: 'A link about lot {lot}',
    zh: '批号 {lot} 的链接',
  },
  buyer: { vi: 'Gửi cho ai', en: 'Who it is for', zh: '发送给' },
  buyerHint: {
    vi: 'Tên khách mua; tên này hiện trên trang.',
    en: 'The buyer’s name; the page shows it.',
    zh: '买方名称，将显示在页面上。',
  },
  papers: { vi: 'Giấy tờ được tải', en: 'Papers they may download', zh: '可下载的文件' },
  papersHint: {
    vi: 'Chỉ giấy bạn chọn mới tải được, và chỉ qua liên kết này.',
    en: 'Only those you choose, and only by this link.',
    zh: '仅限您选定的文件，且仅可通过此链接下载。',
  },
  trace: { vi: 'Nguồn gốc', en: 'Where it came from', zh: '来源' },
  traceNone: { vi: 'Không cho xem', en: 'Not shown', zh: '不显示' },
  traceStep: { vi: 'Một bước trước', en: 'One step back', zh: '上一环节' },
  traceWhole: { vi: 'Toàn bộ', en: 'The whole way', zh: '全部环节' },
  shows: { vi: 'Cho xem thêm', en: 'Shown as well', zh: '另外显示' },
  quantities: { vi: 'Số lượng', en: 'Quantities', zh: '数量' },
  sales: {
    vi: 'Đã bán cho ai (tên, khối lượng)',
    en: 'Who else goods went to (name, weight)',
    zh: '其他去向（名称、重量）',
  },
  lastDay: { vi: 'Xem được đến hết ngày', en: 'Good until', zh: '有效至' },
  lastDayHint: {
    vi: 'Thường 30 ngày, xa nhất một năm.',
    en: 'Usually 30 days, a year at most.',
    zh: '一般 30 天，最长一年。',
  },
  badDay: {
    vi: 'Chọn một ngày từ hôm nay, xa nhất một năm.',
    en: 'Choose a day from today on, a year ahead at most.',
    zh: '请选择今天起一年内的日期。',
  },
  badPaper: {
    vi: 'Có giấy không còn trong danh sách. Hãy chọn lại.',
    en: 'A paper is no longer among those there are. Choose again.',
    zh: '部分文件已不在列表中，请重新选择。',
  },
  badShows: {
    vi: 'Hãy chọn trong danh sách.',
    en: 'Choose among those offered.',
    zh: '请从列表中选择。',
  },
  tooMany: {
    vi: 'Một lô có nhiều nhất {most} liên kết.',
    en: 'A batch has at most {most} links.',
    zh: '一个批次最多 {most} 个链接。',
  },
  made: {
    vi: 'Đã tạo liên kết cho {buyer}. Chép ngay: liên kết chỉ hiện một lần này, hệ thống không giữ lại.',
    en: 'The link for {buyer} is made. Copy it now: it is shown this once and kept nowhere.',
    zh: '已为 {buyer} 生成链接。请立即复制：仅显示这一次，系统不保存。',
  },
  sheet: {
    vi: 'In giấy thông tin lô có mã QR của liên kết này',
    en: 'Print the sheet of the batch with a QR code of this link',
    zh: '打印带此链接二维码的批次信息单',
  },
  link: { vi: 'Liên kết', en: 'Link', zh: '链接' },
  toList: { vi: 'Xem các liên kết', en: 'See the links', zh: '查看链接' },
  until: { vi: 'Hạn xem', en: 'Good until', zh: '有效期' },
  state: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  open: { vi: 'đang mở', en: 'open', zh: '有效' },
  expired: { vi: 'đã hết hạn', en: 'ended', zh: '已到期' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn', zh: '已撤回' },
  opened: { vi: 'Lần mở', en: 'Opened', zh: '打开次数' },
  lastOpened: { vi: 'Mở lần cuối', en: 'Last opened', zh: '最近打开' },
  never: { vi: 'chưa mở', en: 'never', zh: '从未' },
  papersOf: { vi: '{n} giấy', en: '{n} papers', zh: '{n} 份文件' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw', zh: '撤回' },
  withdrawnNow: {
    vi: 'Đã rút. Liên kết không mở được nữa.',
    en: 'Withdrawn. The link opens nothing any more.',
    zh: '已撤回，链接不再有效。',
  },
  site: { vi: 'Giấy của {name}', en: 'Paper of {name}', zh: '{name} 的文件' },
} as const satisfies Record<string, LocalText>
