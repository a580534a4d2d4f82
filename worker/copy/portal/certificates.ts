import type { LocalText } from '../../lib/text/local-text.ts'

/** What the pages of certificates say in the portal, and the printed certificate itself. */
export const CERTIFICATE_PORTAL_COPY = {
  title: { vi: 'Giấy xác nhận mã số', en: 'Certificate of a code', zh: '注册编号证书' },
  intro: {
    vi: 'Giấy in một trang A4, có mã QR đã ký. Quét mã QR luôn ra trạng thái của hôm nay, dù giấy in từ trước.',
    en: 'One A4 page with a signed QR code. Scanning it always shows today’s status, however old the paper.',
    zh: '一页A4证书，附签名二维码。无论何时打印，扫描后均显示当日状态。',
  },
  toCode: { vi: 'Về trang của mã số', en: 'Back to the code', zh: '返回注册编号页面' },
  toOverview: {
    vi: 'Về danh sách giấy đã cấp',
    en: 'Back to the certificates',
    zh: '返回证书列表',
  },
  noticeLink: {
    vi: 'In thông báo cho các hộ',
    en: 'Print a notice to the households',
    zh: '打印农户通知',
  },
  today: { vi: 'Trạng thái hôm nay, {date}', en: 'Status today, {date}', zh: '今日状态（{date}）' },
  market: { vi: 'Thị trường', en: 'Market', zh: '市场' },
  status: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  since: { vi: 'từ ngày {date}', en: 'since {date}', zh: '自{date}起' },
  marketsCaption: {
    vi: 'Từng thị trường, kèm ngày bắt đầu của trạng thái',
    en: 'Each market, with the day the status began',
    zh: '各市场及状态起始日',
  },
  issuesCaption: {
    vi: 'Bấm thời gian để mở bản in',
    en: 'Follow the time to open the page for print',
    zh: '点击时间打开打印页',
  },
  noMarket: {
    vi: 'Mã số chưa được cấp cho thị trường nào.',
    en: 'The code has not been granted for any market.',
    zh: '该注册编号尚未获批任何市场。',
  },
  issueTitle: { vi: 'Cấp giấy mới', en: 'Issue a new one', zh: '颁发新证书' },
  issueNote: {
    vi: 'Mỗi lần cấp được ghi vào nhật ký. In lại một giấy đã cấp thì không cần cấp mới.',
    en: 'Each issue is recorded. To print an issued certificate again, no new one is needed.',
    zh: '每次颁发均会记录。重新打印已颁发的证书无需再次颁发。',
  },
  issue: { vi: 'Cấp giấy và mở bản in', en: 'Issue and open for print', zh: '颁发并打开打印页' },
  earlier: { vi: 'Giấy đã cấp', en: 'Certificates issued', zh: '已颁发证书' },
  none: {
    vi: 'Chưa cấp giấy nào cho mã số này. Bấm “Cấp giấy và mở bản in” để cấp giấy đầu tiên.',
    en: 'No certificate of this code yet. Issue the first one above.',
    zh: '该注册编号尚未颁发证书，请在上方颁发第一份。',
  },
  issuedAt: { vi: 'Cấp lúc', en: 'Issued', zh: '颁发时间' },
  issuedBy: { vi: 'Người cấp', en: 'Issued by', zh: '颁发人' },
  key: { vi: 'Khóa ký', en: 'Signing key', zh: '签名密钥' },
  keyRevoked: {
    vi: 'Khóa đã bị thu hồi; không in lại được, hãy cấp giấy mới.',
    en: 'The key is revoked; it cannot be printed again, issue a new one.',
    zh: '密钥已撤销，不能重印，请颁发新证书。',
  },
  howToPrint: {
    vi: 'Dùng lệnh in của trình duyệt (Ctrl + P): khổ A4, tỉ lệ 100 %, không in đầu trang và chân trang.',
    en: 'Use the browser’s print command (Ctrl + P): A4, 100 %, without headers and footers.',
    zh: '请使用浏览器打印功能（Ctrl + P）：A4纸，100 % 比例，不打印页眉页脚。',
  },
} as const satisfies Record<string, LocalText>

/** The printed certificate. */
export const CERTIFICATE_SHEET_COPY = {
  growing_area: {
    vi: 'Giấy xác nhận mã số vùng trồng',
    en: 'Certificate of a growing-area code',
    zh: '种植区注册编号证书',
  },
  packing_house: {
    vi: 'Giấy xác nhận mã số cơ sở đóng gói',
    en: 'Certificate of a packing-house code',
    zh: '包装厂注册编号证书',
  },
  other: { vi: 'Giấy xác nhận mã số', en: 'Certificate of a code', zh: '注册编号证书' },
  number: { vi: 'Số: {number}', en: 'No. {number}', zh: '编号：{number}' },
  authority: { vi: 'Cơ quan cấp', en: 'Granted by', zh: '发放机关' },
  hamlet: { vi: 'Ấp, thôn, tổ', en: 'Hamlet', zh: '村组' },
  formerDistrict: {
    vi: 'Huyện trước 01/07/2025',
    en: 'District before 1 July 2025',
    zh: '原属县（2025年7月1日前）',
  },
  validTo: { vi: 'Có giá trị đến', en: 'Valid to', zh: '有效期至' },
  noExpiry: { vi: 'không ghi thời hạn', en: 'no term given', zh: '未注明期限' },
  corners: {
    vi: 'Tọa độ các điểm góc (WGS 84: vĩ độ, kinh độ)',
    en: 'Corner points (WGS 84: latitude, longitude)',
    zh: '拐点坐标（WGS 84：纬度、经度）',
  },
  moreCorners: {
    vi: 'và {count} điểm khác trong hồ sơ',
    en: 'and {count} more on file',
    zh: '另有{count}个点见档案',
  },
  signedOn: {
    vi: 'Ngày {day} tháng {month} năm {year}',
    en: '{day}/{month}/{year}',
    zh: '{year}年{month}月{day}日',
  },
  signer: {
    vi: 'ĐẠI DIỆN CƠ QUAN CẤP',
    en: 'For the granting authority',
    zh: '发放机关代表',
  },
  signHere: {
    vi: '(Ký, ghi rõ họ tên và đóng dấu)',
    en: '(Signature, full name and seal)',
    zh: '（签名、注明姓名并盖章）',
  },
  document: { vi: 'Văn bản cấp mã số', en: 'Basis document', zh: '批准文件' },
  grantedOn: { vi: 'Ngày cấp mã số', en: 'Code granted on', zh: '注册编号批准日期' },
  older: { vi: 'Mã số cũ', en: 'Former code', zh: '原注册编号' },
  newer: { vi: 'Đã được thay bằng', en: 'Replaced by', zh: '已由以下注册编号替代' },
  markets: {
    vi: 'Trạng thái theo thị trường vào ngày in, {date}',
    en: 'Status by market on the day of printing, {date}',
    zh: '打印当日（{date}）各市场状态',
  },
  moreMarkets: {
    vi: 'và {count} thị trường khác, xem khi quét mã QR',
    en: 'and {count} more markets, shown when the QR code is scanned',
    zh: '另有{count}个市场，扫描二维码查看',
  },
  issued: {
    vi: 'Cấp giấy lúc {time}. Khóa ký {kid}.',
    en: 'Issued at {time}. Signing key {kid}.',
    zh: '颁发时间：{time}。签名密钥：{kid}。',
  },
  printed: { vi: 'In lúc {time}.', en: 'Printed at {time}.', zh: '打印时间：{time}。' },
  scan: {
    vi: 'Quét mã QR để biết giấy này có thật không và mã số hôm nay có hoạt động không. Trạng thái in ở trên chỉ đúng vào ngày in; mã QR cho biết trạng thái hôm nay.',
    en: 'Scan the QR code to see whether this paper is genuine and whether the code is active today. The status printed above holds for the day of printing; the QR code shows today’s status.',
    zh: '扫描二维码可核实本证书真伪及注册编号今日是否有效。上方所印状态仅为打印当日状态，二维码显示今日状态。',
  },
  url: { vi: 'Nội dung mã QR', en: 'What the QR code holds', zh: '二维码内容' },
} as const satisfies Record<string, LocalText>

/** Around the notice to households; the notice itself is Vietnamese, whoever prints it. */
export const NOTICE_PORTAL_COPY = {
  title: { vi: 'Thông báo cho các hộ', en: 'Notice to the households', zh: '农户通知' },
  choose: { vi: 'Thị trường cần thông báo', en: 'Market to tell of', zh: '通知所涉市场' },
  none: {
    vi: 'Mã số này chưa có quyết định nào nên chưa có gì để thông báo.',
    en: 'There is no decision on this code yet, so there is nothing to tell.',
    zh: '该注册编号尚无任何决定，暂无可通知内容。',
  },
  withList: {
    vi: 'Thêm tờ danh sách hộ để ký nhận',
    en: 'Add a list of the households to sign',
    zh: '附农户签收名单',
  },
  withoutList: { vi: 'Bỏ tờ danh sách hộ', en: 'Without the list', zh: '不附名单' },
  noHouseholds: {
    vi: 'Vùng này chưa có danh sách hộ.',
    en: 'There is no list of households for this area yet.',
    zh: '该种植区尚无农户名单。',
  },
} as const satisfies Record<string, LocalText>

/** Certificates of many codes at once. */
export const MANY_CERTIFICATES_COPY = {
  link: {
    vi: 'In giấy xác nhận của các mã đang xem',
    en: 'Print certificates of these codes',
    zh: '打印当前注册编号的证书',
  },
  title: { vi: 'In nhiều giấy xác nhận', en: 'Print many certificates', zh: '批量打印证书' },
  lead: {
    vi: 'Mỗi mã một trang A4. Mã đã có giấy thì in lại đúng giấy đó; mã chưa có thì được cấp giấy mới. Mã không hoạt động ở thị trường nào thì không in.',
    en: 'One A4 page a code. A certificate that was issued is printed again; a code without one gets it now. Codes active in no market are left out.',
    zh: '每个注册编号一页A4。已颁发的证书将重新打印；未颁发的将立即颁发。在任何市场均未生效的注册编号不打印。',
  },
  codes: { vi: 'Các mã số', en: 'The codes', zh: '注册编号' },
  cut: {
    vi: 'Mỗi lần in nhiều nhất {count} giấy; hãy lọc danh sách để in phần còn lại.',
    en: 'At most {count} at a time; narrow the list to print the rest.',
    zh: '每次最多打印 {count} 份；请筛选列表以打印其余部分。',
  },
  print: { vi: 'Cấp và mở bản in', en: 'Issue and open for print', zh: '颁发并打开打印页' },
  none: {
    vi: 'Không có mã số nào trong danh sách này.',
    en: 'There are no codes in this list.',
    zh: '此列表中没有注册编号。',
  },
  toList: { vi: 'Về danh sách mã số', en: 'Back to the codes', zh: '返回注册编号列表' },
  missing: {
    vi: 'Không có giấy để in: {codes}.',
    en: 'Nothing to print for: {codes}.',
    zh: '无可打印的证书：{codes}。',
  },
} as const satisfies Record<string, LocalText>
